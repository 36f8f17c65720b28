import { addDays, localDateAt } from "#app/domain/calendar/local-date.ts";
import { parseCallNumber } from "#app/domain/contacts/contact.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import { decideCost, proposeCost, recordContribution } from "#app/features/support/keep-money.server.ts";
import { keepEquipment, keepPartner, keepPerk } from "#app/features/support/keep-partners.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDemoCallers } from "./load-demo-campaigns.server.ts";

const PARTNERS = [
  ["post", "Bưu điện khu vực Suối Mây", "Chị Hoài, giao dịch viên"],
  ["telecom", "Viễn thông Sông Ngàn", "Anh Lực, kỹ thuật"],
  ["bank", "Ngân hàng Hoa Ban, phòng giao dịch chợ", "Chị Mến"],
] as const;

const PERKS = [
  [0, "Miễn cước gửi hồ sơ dịch vụ công", "Đọc tên tổ tại quầy. Mỗi tháng ba hồ sơ.", null],
  [1, "Giảm 20% gói cước 4G", "Đưa trang này khi đăng ký ở cửa hàng.", null],
  [1, "Sim số đẹp cho người kể chuyện", "Đến cửa hàng trong giờ làm việc.", "story-teller"],
] as const;

const DEVICES = [
  [1, "Máy tính bảng", 6, "Nhà văn hóa xã", 1],
  [1, "Bộ phát wifi 4G", 3, "Bộ phận Một cửa", 2],
  [0, "Máy in mã QR", 1, "Bưu cục chợ", null],
] as const;

const GIFTS = [
  [70, 1, "money", "Tài trợ giải thưởng quý", 8_000_000, "03/BBGN"],
  [48, 2, "equipment", "40 tấm mã QR cho sạp chợ", 2_400_000, null],
  [21, null, "place", "Nhà văn hóa cho mượn ba buổi tối", 0, null],
  [9, null, "money", "Bà con Thôn Đông góp nước uống ngày hội", 1_250_000, null],
] as const;

const COSTS = [
  ["Ngày hội chuyển đổi số", 16, "Thuê rạp, loa, bàn ghế", 1, 4_500_000, null, true],
  ["Ngày hội chuyển đổi số", 16, "In tờ rơi ba việc hay dùng", 500, 2_500, 0, true],
  ["Lớp tập huấn tổ trưởng", 30, "Nước uống", 40, 25_000, null, false],
  ["Lớp tập huấn tổ trưởng", 30, "In tài liệu", 40, 18_000, null, false],
] as const;

/** Partners, what they lend and what was given, in the fictional commune; a second start adds nothing. */
export async function loadDemoSupport(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const facts = await platform.db.withCommunes(scope, async (tx) => ({
    known: await tx.partner.count({ where: { communeId } }),
    teams: await tx.team.findMany({
      where: { communeId, validTo: null },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  }));
  if (facts.known > 0) return;
  const callers = await findDemoCallers(platform, communeId);
  const today = localDateAt(platform.clock.now().getTime());
  const office = callers.as("van.phong", today);
  const second = callers.as("van.phong.hai", today);
  if (!office || !second) return;
  const newId = (): Id => makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  const partners = PARTNERS.map(() => newId());
  for (const [index, [kind, name, contactName]] of PARTNERS.entries()) {
    const contactPhone = parseCallNumber(`0900 000 0${index}1`) ?? undefined;
    must(
      await keepPartner(office, { id: partners[index] ?? newId(), kind, name, contactName, contactPhone }),
    );
  }
  const of = (index: number | null) => (index === null ? undefined : partners[index]);
  for (const [index, title, details, badge] of PERKS) {
    const perk = {
      id: newId(),
      partnerId: of(index) ?? newId(),
      title,
      details,
      startsOn: addDays(today, -40),
    };
    must(await keepPerk(office, { ...perk, badgeKey: badge ?? undefined, endsOn: undefined }));
  }
  for (const [index, name, quantity, place, team] of DEVICES) {
    const lentTeamId = team === null ? undefined : facts.teams[team]?.id;
    must(
      await keepEquipment(office, { id: newId(), partnerId: of(index), name, quantity, place, lentTeamId }),
    );
  }
  for (const [ago, index, kind, what, valueDong, document] of GIFTS) {
    const gift = { id: newId(), kind, what, valueDong, receivedOn: addDays(today, -ago) };
    const from = { partnerId: of(index), source: index === null ? "Bà con, dòng họ trong thôn" : undefined };
    must(await recordContribution(office, { ...gift, ...from, document: document ?? undefined }));
  }
  for (const [event, ahead, item, quantity, priceDong, index, isApproved] of COSTS) {
    const id = newId();
    const line = { id, event, plannedOn: addDays(today, ahead), item, quantity, priceDong };
    must(await proposeCost(office, { ...line, partnerId: of(index) }));
    if (isApproved)
      must(await decideCost(second, { lineId: id, state: "approved", reason: "Đúng định mức, có nguồn." }));
  }
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`support of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
