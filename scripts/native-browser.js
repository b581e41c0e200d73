/** The browser's own interface to extensions, under the name each browser has for it. */
export default globalThis.browser ?? globalThis.chrome;
