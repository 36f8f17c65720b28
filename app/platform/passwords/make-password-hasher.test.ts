import { describe, expect, it } from "vitest";
import { makePasswordHasher } from "./make-password-hasher.server.ts";

describe("passwords", () => {
  it("are kept as argon2id with at least 19 MiB and two passes", async () => {
    expect(await makePasswordHasher().hash("cá lội nước ngược")).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  it("match only themselves, and nobody's hash matches nothing", async () => {
    const passwords = makePasswordHasher();
    const kept = await passwords.hash("cá lội nước ngược");
    expect(await passwords.verify(kept, "cá lội nước ngược")).toBe("match");
    expect(await passwords.verify(kept, "cá lội nước xuôi")).toBe("mismatch");
    expect(await passwords.verify(null, "the password of nobody")).toBe("mismatch");
  });

  it("are worked on one after the other, and a long line is told to come back", async () => {
    const passwords = makePasswordHasher({ atOnce: 1, waitingAtMost: 3 });
    const kept = await passwords.hash("cá lội nước ngược");
    await passwords.verify(kept, "warm");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => passwords.verify(kept, "cá lội nước ngược")),
    );
    expect(answers.filter((answer) => answer === "match")).toHaveLength(4);
    expect(answers.filter((answer) => answer === "busy")).toHaveLength(6);
  });
});
