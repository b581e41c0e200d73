/** Before every test file: an older database, or none yet, is upgraded as pages do it. */
import { upgradeBy } from "../src/data/db/database.ts";
import { UPGRADES } from "../src/data/db/upgrades/upgrades.ts";

upgradeBy(UPGRADES);
