import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { OpenData, OpenMonth, OpenUnit } from "#app/domain/open-data/open-data.ts";
import { sayNumber } from "./say-number.ts";

// A35: one minute on the commune's loudspeakers, in Vietnamese whoever prints it. Speakers read two to three syllables
// a second.

export const FEWEST_SYLLABLES = 130;
export const MOST_SYLLABLES = 160;

export interface BroadcastWords {
  /** What the commune calls its teams. */
  readonly team: string;
  readonly village: string;
}

interface Sentence {
  readonly text: string;
  /** What must be said; the others fill the minute. */
  readonly isNeeded: boolean;
}

/** The bulletin of one sealed month: what must be said, and as much more as fits into the minute. */
export function writeBroadcast(
  data: Pick<OpenData, "commune">,
  month: OpenMonth,
  words: BroadcastWords,
): string {
  const sentences = sentencesOf(data.commune, month, words);
  const chosen = new Set(sentences.filter(({ isNeeded }) => isNeeded));
  const length = () =>
    countSyllables(
      sentences
        .filter((each) => chosen.has(each))
        .map(({ text }) => text)
        .join(" "),
    );
  for (const sentence of sentences) {
    if (chosen.has(sentence) || length() + countSyllables(sentence.text) > MOST_SYLLABLES) continue;
    chosen.add(sentence);
  }
  return sentences
    .filter((each) => chosen.has(each))
    .map(({ text }) => text)
    .join("\n");
}

export function countSyllables(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

function sentencesOf(commune: string, month: OpenMonth, { team, village }: BroadcastWords): Sentence[] {
  const teams = team.toLocaleLowerCase("vi");
  const { claims, visits, people, households } = month.commune;
  const [year, number] = [Math.floor(month.id / 100), month.id % 100];
  const elderly = month.priorityGroups.find(({ group }) => group === "elderly")?.people ?? null;
  const best = bestOf(month.villages);
  const needed = (text: string): Sentence => ({ text, isNeeded: true });
  const extra = (text: string): Sentence => ({ text, isNeeded: false });
  return [
    needed(`Kính thưa bà con.`),
    needed(
      `Sau đây là bản tin ${monthSpoken(number)} năm ${sayNumber(year)} của các ${teams} ${spoken(commune)}.`,
    ),
    needed(
      claims === 0
        ? "Trong kỳ chưa có việc nào được xác nhận."
        : `Trong kỳ, các tổ có ${sayNumber(claims)} việc được xác nhận, với ${sayNumber(visits)} lượt hướng dẫn.`,
    ),
    ...(people === 0
      ? []
      : [extra(`Đã có ${sayNumber(people)} người, ở ${sayNumber(households)} hộ, được hướng dẫn tận nơi.`)]),
    ...(elderly === null ? [] : [extra(`Trong đó có ${sayNumber(elderly)} người cao tuổi.`)]),
    ...(best === null
      ? []
      : [
          extra(
            `Nơi có nhiều lượt hướng dẫn nhất là ${spoken(best.name)}, với ${sayNumber(best.visits)} lượt.`,
          ),
        ]),
    needed(
      `Bà con cần nộp hồ sơ qua mạng, dùng căn cước điện tử hay chuyển tiền bằng điện thoại, xin gặp tổ của ${village} mình.`,
    ),
    needed("Tổ hướng dẫn tại nhà, không thu tiền, không hỏi mật khẩu và mã xác thực của bất cứ ai."),
    extra("Ai gọi điện tự xưng cán bộ rồi đòi chuyển tiền hay đọc mã, bà con hãy tắt máy và báo công an."),
    extra(`Kỳ này tính từ ${daySpoken(month.firstDay)} đến hết ${daySpoken(month.lastDay)}.`),
    extra("Số liệu đã khóa sổ, bà con nào muốn xem lại thì đến Ủy ban nhân dân."),
    extra("Bà con biết dùng rồi, xin chỉ thêm cho người trong nhà và hàng xóm cùng làm."),
    extra("Người cao tuổi, người đi lại khó khăn cứ nhắn trưởng thôn hoặc tổ trưởng, tổ sẽ đến tận nhà."),
    needed("Xin cảm ơn và kính chúc bà con mạnh khỏe."),
  ];
}

/** One that leads alone; nobody is named first among equals. */
function bestOf(villages: readonly OpenUnit[]): OpenUnit | null {
  const most = Math.max(0, ...villages.map(({ visits }) => visits));
  const leading = villages.filter(({ visits }) => visits === most);
  const [best] = leading;
  return most > 0 && leading.length === 1 && best !== undefined ? best : null;
}

/** "Thôn 3" is read "Thôn ba". */
function spoken(name: string): string {
  return name.replace(/\d{1,9}/g, (figures) => sayNumber(Number(figures)));
}

/** The fourth month is "tháng tư", and the first "tháng một". */
function monthSpoken(number: number): string {
  return `tháng ${number === 4 ? "tư" : sayNumber(number)}`;
}

function daySpoken(day: LocalDate): string {
  const { month, day: dayOfMonth } = partsOf(day);
  // "ngày mồng năm", as days up to the tenth are called.
  return `ngày ${dayOfMonth <= 10 ? "mồng " : ""}${sayNumber(dayOfMonth)} ${monthSpoken(month)}`;
}
