/** The browser's own extension API, under the name that the browser uses. */
export default globalThis.browser ?? globalThis.chrome;
