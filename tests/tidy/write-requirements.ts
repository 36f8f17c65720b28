import { writeFileSync } from "node:fs";
import { readHouse } from "./checks/source.ts";
import { REQUIREMENTS_FILE, requirementsNow } from "./requirements.ts";

writeFileSync(REQUIREMENTS_FILE, requirementsNow(readHouse()));
