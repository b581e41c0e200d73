/** Before every test file: an older database, or none yet, is upgraded as pages do it. */
import { upgradeBy } from "../src/storage/database.ts";
import { UPGRADES } from "../src/storage/upgrades.ts";

upgradeBy(UPGRADES);
