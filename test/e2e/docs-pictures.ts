/** The pictures of the documentation are taken by the tests, so that they show the built extension. */
import { fileURLToPath } from "node:url";

/** Whether they are taken. By default they are not, so that a test run changes no file of the project. */
export const areTaken = Boolean(process.env.GALLEY_PICTURES);

export const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
