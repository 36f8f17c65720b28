import type { Role } from "#app/domain/access/roles.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import type { LoggingTeam } from "../activity-log/loggers.ts";
import type { TestOffice } from "../communes/office.ts";

/** Somebody with a role beyond the teams, as the guard lets them in. */
export async function officerOf(
  office: TestOffice,
  { commune }: Pick<LoggingTeam, "commune">,
  role: Role,
): Promise<{ readonly accountId: string; caller(): Promise<Caller> }> {
  const accountId = await office.makeAccount({ name: `Người giữ vai ${role}` });
  await office.grant(accountId, commune.communeId, role);
  return {
    accountId,
    async caller() {
      const { cookie } = await office.signIn(accountId);
      const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
      const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
      return allow({ request, context: { platform: office.platform, visit } } as never, "home.read");
    },
  };
}
