import { NEW_PERSON } from "#app/domain/people/plan-roster-import.ts";
import { addVillages } from "#app/features/communes/add-villages.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { action as uploadAction } from "#app/routes/office/roster-import.tsx";
import { action as batchAction, loader as batchLoader } from "#app/routes/office/roster-import-batch.tsx";
import type { TestOffice } from "../communes/office.ts";

const ORIGIN = "http://localhost:3000";

export interface ImportOffice {
  readonly communeId: number;
  readonly scope: CommuneScope;
  readonly cookie: string;
  upload(file: Uint8Array | string, name?: string): Promise<Response>;
  uploaded(file: Uint8Array | string, name?: string): Promise<string>;
  // biome-ignore lint/suspicious/noExplicitAny: asserted by the test that reads it
  view(batchId: string, search?: string): Promise<any>;
  act(batchId: string, form: Record<string, string>): Promise<{ status: number; problems: unknown }>;
}

export { NEW_PERSON };

/** An officer in a commune of her own, at the import's own pages. */
export async function openImportOffice(
  office: TestOffice,
  villages: readonly string[],
): Promise<ImportOffice> {
  const accountId = await office.makeAccount({ isFounder: true });
  const communeId = await foundCommune(
    office.platform,
    { actorId: accountId, verb: "test", requestId: "test" },
    "dai-son-2026",
  );
  const scope = office.scope(communeId, accountId);
  await addVillages(office.platform, scope, villages.join("\n"), "village");
  const held = await office.db.maintain.query(
    "select 1 from role_grant where account_id = $1 and commune_id = $2 and role = 'office'",
    [accountId, communeId],
  );
  if (held.rowCount === 0) await office.grant(accountId, communeId, "office");
  const { cookie } = await office.signIn(accountId);
  const contextOf = () => ({
    platform: office.platform,
    visit: { requestId: "test", clientAddress: "203.0.113.9", nonce: "" },
  });
  async function call(handler: unknown, request: Request, params = {}) {
    const run = handler as (args: unknown) => Promise<unknown>;
    try {
      return await run({ request, params, context: contextOf() });
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  }
  const path = "/van-phong/doi-ngu/nhap";
  const upload = async (file: Uint8Array | string, name = "danh-sach.xlsx") => {
    const body = new FormData();
    body.set("effectiveOn", "2026-11-01");
    if (typeof file === "string") body.set("pasted", file);
    else body.set("file", new File([new Uint8Array(file)], name));
    const request = new Request(ORIGIN + path, { method: "POST", headers: { Cookie: cookie }, body });
    return toResponse(await call(uploadAction, request));
  };
  return {
    communeId,
    scope,
    cookie,
    upload,
    async uploaded(file, name) {
      const answer = await upload(file, name);
      if (answer.status !== 303) throw new Error(`not taken: ${await answer.text()}`);
      return answer.headers.get("Location")?.split("/").at(-1) ?? "";
    },
    async view(batchId, search = "") {
      const request = new Request(`${ORIGIN}${path}/${batchId}${search}`, { headers: { Cookie: cookie } });
      return call(batchLoader, request, { batchId });
    },
    async act(batchId, form) {
      const request = new Request(`${ORIGIN}${path}/${batchId}`, {
        method: "POST",
        headers: { Cookie: cookie },
        body: new URLSearchParams(form),
      });
      const answer = await toResponse(await call(batchAction, request, { batchId }));
      const text = await answer.text();
      return { status: answer.status, problems: answer.status === 422 ? JSON.parse(text).problems : null };
    },
  };
}

async function toResponse(answer: unknown): Promise<Response> {
  if (answer instanceof Response) return answer;
  const wrapped = answer as { data: unknown; init: ResponseInit | null };
  return Response.json(wrapped.data, wrapped.init ?? {});
}
