import { Buffer } from "buffer";

// `isomorphic-git` expects the global `Buffer` of Node. Import this before anything of that library.
globalThis.Buffer ??= Buffer;
