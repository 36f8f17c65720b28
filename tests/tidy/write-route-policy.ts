import { writeFileSync } from "node:fs";
import { routes } from "../../remix.config.js";
import { listRoutes, type RouteTable, readPolicy } from "./checks/routes.ts";
import { readHouse } from "./checks/source.ts";
import { POLICY_FILE, policyText } from "./route-policy.ts";

writeFileSync(POLICY_FILE, policyText(readPolicy(listRoutes(routes as RouteTable), readHouse())));
