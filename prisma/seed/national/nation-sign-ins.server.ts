import path from "node:path";
import { needsSecondFactor, type Role } from "#app/domain/access/roles.ts";
import { choosePassword } from "#app/features/accounts/choose-password.server.ts";
import { sealTotpSecret } from "#app/features/accounts/open-totp-secret.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type DemoSignIns, keepDemoSignIns } from "../demo/demo-sign-ins.server.ts";
import type { NationCommune } from "./invent-commune.ts";
import type { NationWish } from "./nation-size.ts";

export interface SignInColumns {
  readonly passwordHash: string;
  readonly totpSealed: Uint8Array | null;
}

export interface NationSignIns {
  readonly signIns: DemoSignIns;
  readonly byName: ReadonlyMap<string, SignInColumns>;
}

export function upperUsername({ seed }: NationWish): string {
  return `q${seed}.cap.tren`;
}

/** One officer of each kind, a leader and a member of the first commune, and whoever reads the first province from above. */
export async function makeNationSignIns(
  platform: Platform,
  wish: NationWish,
  { officers, members }: NationCommune,
): Promise<NationSignIns> {
  const people: readonly (readonly [string | undefined, Role])[] = [
    [officers[0]?.username, "office"],
    [officers[2]?.username, "commune_leader"],
    [members.find(({ role }) => role === "leader")?.username, "leader"],
    [members.find(({ role }) => role === "member")?.username, "member"],
    [upperUsername(wish), "upper_tier"],
  ];
  const roles = people.flatMap(([username, role]) =>
    username === undefined ? [] : { username, role, needsSecondFactor: needsSecondFactor(role) },
  );
  const signIns = await keepDemoSignIns(nationFolder(platform), roles);
  const byName = new Map<string, SignInColumns>();
  for (const { username, password, totpSecret } of signIns) {
    const chosen = await choosePassword(platform, { password, repeated: password, ownWords: [username] });
    if (!chosen.ok) throw new Error(`the password of ${username} is refused (${chosen.code})`);
    const totpSealed = totpSecret === null ? null : sealTotpSecret(platform.keys, totpSecret);
    byName.set(username, { passwordHash: chosen.value.passwordHash, totpSealed });
  }
  return { signIns, byName };
}

/** Beside the data, readable by its owner alone. */
export function nationFolder({ config }: Pick<Platform, "config">): string {
  return path.join(config.dataDir, "national");
}
