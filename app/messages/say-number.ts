const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const GROUPS = ["", "nghìn", "triệu", "tỷ"] as const;
/** Beyond this a bulletin of a commune has gone wrong. */
const LARGEST = 999_999_999_999;

/** A whole number as it is read aloud on the loudspeaker: 1205 is "một nghìn hai trăm linh năm". */
export function sayNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > LARGEST) {
    throw new Error(`${value} is no number to be read aloud`);
  }
  if (value === 0) return DIGITS[0];
  const words: string[] = [];
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part === 0) continue;
    words.push(sayHundreds(part, words.length > 0));
    if (group > 0) words.push(GROUPS[group] ?? "");
  }
  return words.join(" ");
}

/** `isInside`: something stands before it, so its hundreds and tens are said even where they are nought. */
function sayHundreds(part: number, isInside: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(part / 100), Math.floor(part / 10) % 10, part % 10];
  const words: string[] = [];
  if (hundreds > 0 || isInside) words.push(digit(hundreds), "trăm");
  if (tens === 0) {
    if (ones > 0) words.push(...(words.length > 0 ? ["linh"] : []), digit(ones));
    return words.join(" ");
  }
  words.push(...(tens === 1 ? ["mười"] : [digit(tens), "mươi"]));
  if (ones > 0) words.push(sayOnes(tens, ones));
  return words.join(" ");
}

/** After ten: mười lăm. From twenty on also hai mươi mốt, hai mươi tư. */
function sayOnes(tens: number, ones: number): string {
  if (ones === 5) return "lăm";
  if (tens > 1 && ones === 1) return "mốt";
  if (tens > 1 && ones === 4) return "tư";
  return digit(ones);
}

function digit(value: number): string {
  return DIGITS[value] ?? "";
}
