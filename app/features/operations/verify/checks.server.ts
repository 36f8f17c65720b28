import type { Check } from "./check.ts";
import { amountCheck } from "./check-amounts.server.ts";
import { auditChainCheck } from "./check-audit-chain.server.ts";
import { auditedRowsCheck } from "./check-audited-rows.server.ts";
import { badgeCheck } from "./check-badges.server.ts";
import { fileCheck } from "./check-files.server.ts";
import { ledgerChecks } from "./check-ledger.server.ts";
import { outboxCheck } from "./check-outbox.server.ts";
import { rankCheck, sealCheck } from "./check-seals.server.ts";
import { standingCheck } from "./check-standings.server.ts";
import { structureCheck } from "./check-structure.server.ts";
import { tenancyCheck } from "./check-tenancy.server.ts";
import { yearCheck } from "./check-year.server.ts";

/** Everything `verify` recomputes. A capability adds its own check as one more line. */
export const CHECKS: readonly Check[] = [
  ...ledgerChecks,
  amountCheck,
  standingCheck,
  sealCheck,
  rankCheck,
  yearCheck,
  badgeCheck,
  tenancyCheck,
  auditChainCheck,
  outboxCheck,
  fileCheck,
  structureCheck,
  auditedRowsCheck,
];
