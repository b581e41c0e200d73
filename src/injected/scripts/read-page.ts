/** Runs in a page. Its result is a `PageReading`. */
import { readPage } from "../read-page.ts";

export default readPage(document);
