import { Buffer } from "buffer";

// `isomorphic-git` expects it where Node has it. To be imported before anything of the library.
globalThis.Buffer ??= Buffer;
