import { beforeEach, describe, expect, it } from "vitest";
import { readListedShares } from "#app/features/products/find-products.server.ts";
import * as leads from "#app/routes/leader/lead-households.tsx";
import * as product from "#app/routes/leader/product.tsx";
import * as products from "#app/routes/leader/products.tsx";
import * as paste from "#app/routes/leader/products-paste.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, TODAY, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let leader: TestBrowser;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  leader = await team.commune.browser(team.leader.accountId);
  desk = await team.commune.browser();
});

async function add(
  wish: Record<string, string> = {},
): Promise<{ id: string; status: number; body: { problems?: unknown } }> {
  const id = wish.id ?? freshId();
  const form = {
    villageId: String(team.villageId),
    name: "Chè xanh",
    producer: "HTX Chè",
    kind: "ocop",
    ...wish,
    id,
  };
  const { status, body } = await leader.post(products.action, "/san-pham", form);
  return { id, status, body };
}
const list = (id: string, wish: Record<string, string> = {}) =>
  leader.post(
    product.action,
    "/",
    { act: "list", id: freshId(), floor: "postmart", answer: "listed", ...wish },
    { productId: id },
  );

describe("the register of products", () => {
  it("B21, L16: a product is on a floor by its link; the share of 100 % counts each product once", async () => {
    const { id } = await add({ stars: "4" });
    expect((await add({ id })).status).toBe(303);
    expect((await add()).body.problems).toMatchObject({ name: { code: "product_known" } });
    expect((await add({ name: "Ngô nếp", kind: "farm", stars: "3" })).body.problems).toMatchObject({
      stars: { code: "product_stars_of_ocop" },
    });
    await add({ name: "Mật ong" });
    expect((await list(id)).body.problems.link.code).toBe("product_link_missing");
    expect((await list(id, { link: "javascript:alert(1)" })).body.problems.link.code).toBe(
      "product_link_not_valid",
    );
    expect((await list(id, { link: "https://postmart.vn/che" })).status).toBe(303);
    const board = async () => (await desk.get(products.loader, "/san-pham")).body.board;
    expect(await board()).toMatchObject({ ocop: { numerator: 1, denominator: 2 }, farm: { denominator: 0 } });
    const { communeId, scope } = team.commune;
    const shares = await office.platform.db.withCommunes(scope, (tx) =>
      readListedShares(tx, communeId, TODAY, "ocop"),
    );
    expect([...shares]).toEqual([[team.villageId, { numerator: 1, denominator: 2, unknown: 0 }]]);
    office.setNow(new Date(NOW.getTime() + 60_000));
    expect((await list(id, { answer: "removed" })).status).toBe(303);
    expect((await board()).ocop.numerator).toBe(0);
    expect(await rowsOf(office, team, "select 1 as one from product_listing")).toHaveLength(2);
  });

  it("L16: who helped stands on verified work of the village", async () => {
    const { id } = await add({ kind: "farm" });
    const link = "https://voso.vn/x";
    const claimId = await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }]));
    expect((await list(id, { link, claimId })).body.problems.claimId.code).toBe("product_evidence_missing");
    await decide(team.leader, approval(claimId));
    expect((await list(id, { link, claimId })).status).toBe(303);
    const { body } = await leader.get(product.loader, "/", { productId: id });
    expect(body.product.listings).toMatchObject([{ helperName: "Vì Thị Lan", isListed: true }]);
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.get(product.loader, "/", { productId: id })).body.product.mayKeep).toBe(false);
    const far = await team.commune.browser(team.far.accountId);
    expect((await far.get(product.loader, "/", { productId: id })).status).toBe(404);
    expect(
      (await leader.post(product.action, "/", { act: "close" }, { productId: id })).body.problems.sure.code,
    ).toBe("required");
    const closed = await leader.post(product.action, "/", { act: "close", sure: "yes" }, { productId: id });
    expect(closed.status).toBe(303);
  });

  it("B21: a table pasted from a workbook is looked at first and taken over whole, once", async () => {
    const head = "Tên sản phẩm\tChủ thể\tThôn\tHạng sao\tĐường dẫn";
    const good = [
      head,
      "Chè xanh\tHTX Chè\tThôn Đông\t4\thttps://postmart.vn/a",
      "Măng khô\tBà Lả\tThôn Đoài\t\t",
    ].join("\n");
    const post = (act: string, text: string) => desk.post(paste.action, "/", { act, text });
    const bad = await post("look", `${good}\nNgô\tÔng Páo\tThôn Lạ\t\t`);
    expect(bad.body.rows.map(({ fate }: { fate: string }) => fate)).toEqual(["new", "new", "no_village"]);
    expect((await post("take", `${good}\nNgô\tÔng Páo\tThôn Lạ\t\t`)).body.problems.text.code).toBe(
      "products_have_problems",
    );
    expect((await post("look", "a\tb")).body.problems.text.code).toBe("no_product_header");
    expect((await post("take", good)).location).toContain("nhap=2");
    expect((await post("take", good)).location).toContain("nhap=0");
    const { board } = (await desk.get(products.loader, "/san-pham")).body;
    expect(board).toMatchObject({
      ocop: { numerator: 1, denominator: 1 },
      farm: { numerator: 0, denominator: 1 },
    });
  });
});

describe("leading households", () => {
  it("C15: one household leads others; who of them got there is read from verified work since", async () => {
    const [lead = "", first = "", second = ""] = team.households;
    const post = (form: Record<string, string>) => leader.post(leads.action, "/ho-dan-dat", form);
    expect((await post({ act: "mark", householdId: lead })).status).toBe(303);
    const id = freshId();
    expect((await post({ act: "link", id, leadId: lead, ledId: first })).status).toBe(303);
    expect((await post({ act: "link", id, leadId: lead, ledId: first })).status).toBe(303);
    expect((await post({ act: "link", id: freshId(), leadId: lead, ledId: second })).status).toBe(303);
    expect(
      (await post({ act: "link", id: freshId(), leadId: lead, ledId: lead })).body.problems.ledId.code,
    ).toBe("lead_is_same");
    expect(
      (await post({ act: "link", id: freshId(), leadId: lead, ledId: first })).body.problems.ledId.code,
    ).toBe("led_already");
    expect((await post({ act: "mark", householdId: first })).body.problems.householdId.code).toBe(
      "lead_is_led",
    );
    const claimId = await send(team.lan, work([{ householdId: first, slot: 1 }], { workDate: TODAY }));
    const board = async () => (await leader.get(leads.loader, "/ho-dan-dat")).body.board;
    expect(await board()).toMatchObject({ led: 2, reached: 0 });
    await decide(team.leader, approval(claimId));
    expect(await board()).toMatchObject({ led: 2, reached: 1, leads: [{ id: lead }] });
    expect((await post({ act: "end", householdId: lead })).body.problems.sure.code).toBe("required");
    expect((await post({ act: "end", householdId: lead, sure: "yes" })).status).toBe(303);
    expect(await board()).toMatchObject({ led: 0, leads: [] });
  });
});
