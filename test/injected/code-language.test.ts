// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { codeLanguage } from "../../src/injected/code-language.ts";

test.each([
	['<pre id="code"><code class="language-js"></code></pre>', "js"],
	['<pre id="code" class="lang-C++"></pre>', "c++"],
	['<div class="highlight highlight-source-rust"><pre id="code"></pre></div>', "rust"],
	[
		'<div class="highlight-python notranslate"><div class="highlight"><pre id="code"></pre></div></div>',
		"python",
	],
	['<pre id="code" class="brush: sql"></pre>', "sql"],
	['<pre id="code" class="sourceCode haskell"></pre>', "haskell"],
	['<pre id="code"><code class="hljs go"></code></pre>', "go"],
	['<pre id="code" data-lang="toml"></pre>', "toml"],
	['<pre id="code"><code class="language-plaintext"></code></pre>', undefined],
	['<div class="highlight-default"><pre id="code"></pre></div>', undefined],
	['<pre id="code" class="wide"></pre>', undefined],
])("The language of %s", (html, language) => {
	document.body.innerHTML = html;
	expect(codeLanguage(document.getElementById("code") as Element)).toBe(language);
});
