// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { isCodeTable, isLineNumbers } from "../../src/injected/line-numbers.ts";

const first = (html: string): Element => {
	document.body.innerHTML = html;
	return document.body.firstElementChild as Element;
};

test.each([
	['<div class="linenos">1\n2</div>', true],
	['<div class="gutter">1</div>', true],
	['<div class="blob-num js-line-number"></div>', true],
	['<span class="ln">12</span>', true],
	['<div class="linenos">See 1</div>', false],
	["<div>12</div>", false],
	['<div class="lnx">12</div>', false],
])("%s contains only line numbers: %s", (html, expected) => {
	expect(isLineNumbers(first(html))).toBe(expected);
});

const row = (number: string, line: string) => `<tr>${number}<td>${line}</td></tr>`;
const NUMBER = '<td class="blob-num">1</td>';

test.each([
	[row(NUMBER, "a") + row(NUMBER, "b"), true],
	[row('<td data-line-number="1"></td>', "a") + row('<td data-line-number="2"></td>', "b"), true],
	[row(NUMBER, "a"), false],
	[row("<td>1</td>", "a") + row("<td>2</td>", "b"), false],
	[row(NUMBER, "a</td><td>c") + row(NUMBER, "b"), false],
])("a table with the rows %s shows lines of code: %s", (rows, expected) => {
	expect(isCodeTable(first(`<table>${rows}</table>`))).toBe(expected);
});
