import { describe, expect, it } from "vitest";
import { VersionFollower } from "./version-follower.ts";

function counted() {
  const calls = { behind: 0 };
  const follower = new VersionFollower();
  follower.onBehind = () => {
    calls.behind += 1;
  };
  return { follower, calls };
}

describe("a screen that follows versions", () => {
  it("reads again when a followed topic has moved on", () => {
    const { follower, calls } = counted();
    follower.follow({ "commune:7": 3 });
    follower.tell({ "commune:7": 4 });
    expect(calls.behind).toBe(1);
  });

  it("stays still for what it knows already, for topics of others and for late, older frames", () => {
    const { follower, calls } = counted();
    follower.tell({ "commune:7": 4 });
    follower.follow({ "commune:7": 4 });
    follower.tell({ "commune:7": 4 });
    follower.tell({ "commune:7": 2 });
    follower.tell({ "commune:8": 9 });
    expect(calls.behind).toBe(0);
  });

  it("finds out at once when the change came between its data and its connection", () => {
    const { follower, calls } = counted();
    follower.tell({ "commune:7": 5 });
    follower.follow({ "commune:7": 4 });
    expect(calls.behind).toBe(1);
  });

  it("asks for nothing once its newer data has arrived or it has left", () => {
    const { follower } = counted();
    const leave = follower.follow({ "commune:7": 4 });
    follower.tell({ "commune:7": 5 });
    expect(follower.isBehind()).toBe(true);
    leave();
    follower.follow({ "commune:7": 5 });
    expect(follower.isBehind()).toBe(false);
  });

  it("tells that somebody follows, so that a line is opened for that and for nothing else", () => {
    const { follower } = counted();
    let told = 0;
    follower.onFollowed = () => {
      told += 1;
    };
    expect(follower.isFollowing).toBe(false);
    follower.follow({ "commune:7": 4 });
    expect([follower.isFollowing, told]).toEqual([true, 1]);
  });
});
