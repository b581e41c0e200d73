/** Runs in a page; its result is a `PageReading`. */
import { readPage } from "../read-page.ts";

export default readPage(document);
