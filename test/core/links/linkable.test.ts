import { expect, test } from "vitest";
import { isLinkable } from "../../../src/core/links/linkable.ts";

test.each(["https://a.example/", "HTTP://A.EXAMPLE", "mailto:desk@example.com"])(
	"an item may link to %s",
	(url) => expect(isLinkable(url)).toBe(true),
);

test.each([
	"javascript:alert(1)",
	"JaVaScRiPt:alert(1)",
	"data:text/html,x",
	"file:///etc/hosts",
	"ftp://old.example/",
	"blob:https://a.example/1",
	"a.example",
	"",
])("and not to %s", (url) => expect(isLinkable(url)).toBe(false));
