import { webcrypto } from "node:crypto";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { type Envelope, envelopeText, type SignedEnvelope } from "#app/domain/offline/envelope.ts";
import { action as claimsAction, loader as claimsLoader } from "#app/routes/api/claims.ts";
import { action as bindAction } from "#app/routes/api/device-key.ts";
import type { Logger } from "../activity-log/loggers.ts";
import type { TestOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const HOW = { name: "ECDSA", namedCurve: "P-256" } as const;

export interface Said {
  readonly status: number;
  readonly answers: readonly {
    readonly id: string;
    readonly outcome: { readonly ok: boolean; readonly code?: string; readonly held?: object };
  }[];
}

/** A phone with a key of its own, as the pages make it. */
export interface TestPhone {
  readonly keyId: string;
  readonly storeKey: string;
  readonly cookie: string;
  seal(content: ClaimContent, wish?: Partial<Omit<Envelope, "content">>): Promise<SignedEnvelope>;
  send(
    sealed: readonly unknown[],
    wish?: { phoneTime?: string; wentBack?: boolean; cookie?: string },
  ): Promise<Said>;
  ask(
    ...ids: string[]
  ): Promise<readonly { id: string; state: string | null; held: { state: string } | null }[]>;
}

function doorOf(office: TestOffice, cookie: string, path: string, body?: unknown) {
  const request = new Request(`http://localhost:3000${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { Cookie: cookie, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
  return { request, params: {}, context: { platform: office.platform, visit } } as never;
}

async function answerOf(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

export async function makePhone(
  office: TestOffice,
  owner: Logger,
  contactAt: string,
  given?: { readonly cookie: string },
): Promise<TestPhone> {
  const cookie = given?.cookie ?? (await office.signIn(owner.accountId)).cookie;
  const pair = await webcrypto.subtle.generateKey(HOW, true, ["sign", "verify"]);
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey("jwk", pair.publicKey);
  const storeId = freshId();
  const bound = await answerOf(() =>
    bindAction(doorOf(office, cookie, "/api/may/khoa", { publicKey: { kty, crv, x, y }, storeId })),
  );
  const { value } = await bound.json();
  let seq = 0;
  return {
    keyId: value.keyId,
    storeKey: value.storeKey,
    cookie,
    async seal(content, wish = {}) {
      seq += 1;
      const envelope: Envelope = {
        claimId: freshId(),
        keyId: value.keyId,
        seq,
        capturedAt: contactAt,
        contact: { server: contactAt, phone: contactAt },
        day: "named",
        content,
        ...wish,
      };
      const bytes = new TextEncoder().encode(envelopeText(envelope));
      const signed = await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes);
      return { ...envelope, signature: Buffer.from(signed).toString("base64url") };
    },
    async send(sealed, wish = {}) {
      const { phoneTime = office.platform.clock.now().toISOString(), wentBack = false } = wish;
      const door = doorOf(office, wish.cookie ?? cookie, "/api/viec", { phoneTime, wentBack, sealed });
      const answer = await answerOf(() => claimsAction(door));
      return { status: answer.status, ...(await answer.json()) };
    },
    async ask(...ids) {
      const query = ids.map((id) => `id=${id}`).join("&");
      const answer = await answerOf(() => claimsLoader(doorOf(office, cookie, `/api/viec?${query}`)));
      return (await answer.json()).states;
    },
  };
}
