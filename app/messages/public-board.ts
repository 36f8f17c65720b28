import type { Band } from "#app/domain/boards/board.ts";
import type { StoryChannel, StoryKind } from "#app/domain/stories/story.ts";
import { boards as en } from "./en/boards.ts";
import { stories as enStories } from "./en/stories.ts";
import type { Language } from "./language.ts";
import { capitalised, type Terms } from "./terms.ts";
import { boards as vi } from "./vi/boards.ts";
import { stories as viStories } from "./vi/stories.ts";

/**
 * Pages that the server writes whole and the browser never hydrates: the public board, the screen in a hall. Their
 * words travel inside them, so they are in no catalogue.
 */
export interface PublicBoardWords {
  readonly heading: (month: string) => string;
  readonly summary: (claims: string, visits: string, people: string) => string;
  readonly totals: Readonly<Record<"claims" | "visits" | "people" | "households", string>>;
  readonly subjects: Readonly<Record<"village" | "team" | "member", (terms: Terms) => string>>;
  readonly leads: Readonly<Record<"village" | "team" | "member", string>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly people: (people: string, target: string | null) => string;
  readonly homes: (reached: string, of: string) => string;
  readonly points: (points: string) => string;
  readonly noData: string;
  readonly place: (rank: number) => string;
  readonly moved: Readonly<Record<"up" | "down", (places: number) => string>>;
  readonly others: (count: number) => string;
  readonly noneNamed: (count: number) => string;
  readonly trial: string;
  readonly provisional: string;
  readonly frozen: (moment: string) => string;
  readonly updated: (moment: string) => string;
  readonly rules: (versions: string) => string;
  readonly nothing: string;
  readonly nobodyYet: string;
  readonly lost: string;
  readonly gone: string;
  readonly home: string;
  readonly accessibility: string;
  readonly notFound: string;
  readonly notFoundBody: string;
  readonly tryLater: string;
  readonly newest: string;
  readonly newestNone: string;
  readonly visits: (count: string) => string;
  readonly thisMonth: string;
  readonly openPoints: string;
  readonly campaignUntil: (day: string) => string;
  readonly pointFigures: (people: string, visits: string) => string;
  readonly scan: Readonly<Record<"board" | "house", string>>;
  readonly honour: {
    readonly title: (month: string) => string;
    readonly lead: string;
    readonly lists: Readonly<Record<"village" | "team" | "member", (terms: Terms) => string>>;
  };
  readonly stories: {
    readonly title: string;
    readonly none: string;
    readonly more: string;
    readonly board: string;
    readonly video: string;
    readonly by: (name: string) => string;
    readonly photo: (number: number, title: string) => string;
    readonly reused: (places: number) => string;
    readonly kinds: Readonly<Record<StoryKind, string>>;
    readonly channels: Readonly<Record<StoryChannel, string>>;
  };
}

export const publicBoardWords: Readonly<Record<Language, PublicBoardWords>> = {
  vi: {
    heading: (month) => `Thi đua chuyển đổi số ${month}`,
    summary: (claims, visits, people) =>
      `${claims} việc đã xác minh, ${visits} lượt hướng dẫn, ${people} người tự làm được.`,
    totals: {
      claims: "việc đã xác minh",
      visits: "lượt hướng dẫn",
      people: "người dùng thành thạo",
      households: "hộ được hướng dẫn từ đầu năm",
    },
    subjects: {
      village: ({ village }) => capitalised(village),
      team: ({ teamShort }) => teamShort,
      member: () => "Thành viên",
    },
    leads: {
      village: "Theo mức đạt: người thành thạo so với chỉ tiêu, số hộ đã hướng dẫn so với 80% số hộ.",
      team: "Theo mức đạt chỉ tiêu người thành thạo.",
      member: "Theo điểm hoạt động. Chỉ nêu tên người đã đồng ý công khai.",
    },
    bands: vi.bands,
    people: (people, target) =>
      target === null ? `${people} người thành thạo` : `${people}/${target} người thành thạo`,
    homes: (reached, of) => `${reached}/${of} hộ`,
    points: (points) => `${points} điểm`,
    noData: "chưa có số liệu",
    place: (rank) => `Hạng ${rank}`,
    moved: { up: (places) => `lên ${places} bậc`, down: (places) => `xuống ${places} bậc` },
    others: (count) => `và ${count} thành viên khác`,
    noneNamed: (count) => `${count} thành viên đã có điểm; chưa ai đồng ý nêu tên.`,
    trial: "Chạy thử",
    provisional: "Tạm tính",
    frozen: (moment) => `Thứ hạng giữ như lúc ${moment}, đến khi chốt tháng.`,
    updated: (moment) => `Cập nhật lúc ${moment}`,
    rules: (versions) => `Quy tắc điểm bản ${versions}`,
    nothing: "Chưa có tháng nào để hiện.",
    nobodyYet: "Chưa có ai ở đây.",
    lost: "Mất kết nối. Đang hiện số liệu đã tải.",
    gone: "Bảng này đã ngừng hiện.",
    home: "Thi đua số",
    accessibility: "Khả năng tiếp cận của trang",
    notFound: "Không có trang này",
    notFoundBody: "Địa chỉ chưa đúng, hoặc bảng chưa được công bố.",
    tryLater: "Thử nhiều lần quá. Đợi ít phút rồi thử lại.",
    newest: "Việc vừa xác minh",
    newestNone: "Chưa có việc nào được xác minh.",
    visits: (count) => `${count} lượt`,
    thisMonth: "Cả xã tháng này",
    openPoints: "Điểm lưu động đang mở",
    campaignUntil: (day) => `Đến hết ngày ${day}`,
    pointFigures: (people, visits) => `${people} người, ${visits} lượt`,
    scan: { board: "Quét mã để xem trên điện thoại", house: "Quét mã để tham gia" },
    honour: {
      title: (month) => `Tuyên dương ${month}`,
      lead: "Tháng gần nhất đã qua. Chỉ nêu tên người đã đồng ý công khai.",
      lists: {
        village: ({ village }) => `${capitalised(village)} dẫn đầu`,
        team: ({ teamShort }) => `${teamShort} tiêu biểu`,
        member: () => "Thành viên tiêu biểu",
      },
    },
    stories: {
      title: "Chuyện chuyển đổi số",
      none: "Chưa có chuyện nào.",
      more: "Tất cả các chuyện",
      board: "Bảng thi đua",
      video: viStories.one.video,
      by: (name) => `Người viết: ${name}`,
      photo: viStories.one.photo,
      reused: viStories.reused,
      kinds: viStories.kinds,
      channels: viStories.channels,
    },
  },
  en: {
    heading: (month) => `Digital transformation emulation, ${month}`,
    summary: (claims, visits, people) =>
      `${claims} verified tasks, ${visits} visits, ${people} people who can now do it alone.`,
    totals: {
      claims: "verified tasks",
      visits: "visits",
      people: "people who can do it alone",
      households: "households guided this year",
    },
    subjects: {
      village: () => "Villages",
      team: () => "Teams",
      member: () => "Members",
    },
    leads: {
      village:
        "By what was reached: skilled people against the target, households guided against 80% of all.",
      team: "By what was reached of the target of skilled people.",
      member: "By activity points. Only those who agreed to be named.",
    },
    bands: en.bands,
    people: (people, target) =>
      target === null ? `${people} skilled people` : `${people}/${target} skilled people`,
    homes: (reached, of) => `${reached}/${of} households`,
    points: (points) => `${points} points`,
    noData: "no data yet",
    place: (rank) => `Rank ${rank}`,
    moved: { up: (places) => `up ${places}`, down: (places) => `down ${places}` },
    others: (count) => `and ${count} more members`,
    noneNamed: (count) => `${count} members have points; nobody has agreed to be named yet.`,
    trial: "Trial",
    provisional: "Provisional",
    frozen: (moment) => `Ranks stand as of ${moment} until the month is closed.`,
    updated: (moment) => `Updated ${moment}`,
    rules: (versions) => `Rules of points, version ${versions}`,
    nothing: "No month to show yet.",
    nobodyYet: "Nobody here yet.",
    lost: "Connection lost. These are the figures loaded before.",
    gone: "This board is no longer shown.",
    home: "Thi đua số",
    accessibility: "Accessibility of this page",
    notFound: "There is no such page",
    notFoundBody: "The address is wrong, or the board is not published.",
    tryLater: "Too many tries. Wait a few minutes.",
    newest: "Just verified",
    newestNone: "Nothing has been verified yet.",
    visits: (count) => `${count} visits`,
    thisMonth: "The whole commune this month",
    openPoints: "Mobile points that are open",
    campaignUntil: (day) => `Until ${day}`,
    pointFigures: (people, visits) => `${people} people, ${visits} visits`,
    scan: { board: "Scan to see it on your phone", house: "Scan to take part" },
    honour: {
      title: (month) => `Honour roll, ${month}`,
      lead: "Of the month that ended last. Only those who agreed to be named.",
      lists: {
        village: () => "Leading villages",
        team: () => "Exemplary teams",
        member: () => "Exemplary members",
      },
    },
    stories: {
      title: "Stories of digital life",
      none: "No stories yet.",
      more: "All stories",
      board: "Board",
      video: enStories.one.video,
      by: (name) => `Written by ${name}`,
      photo: enStories.one.photo,
      reused: enStories.reused,
      kinds: enStories.kinds,
      channels: enStories.channels,
    },
  },
};
