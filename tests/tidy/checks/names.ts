import ts from "typescript";
import { type Finding, isCode, isTest, lineOf, parse, type SourceFile, walk } from "./source.ts";

export const LINES_AT_MOST = 400;

const DRAWERS = /(?:^|[./-])(?:utils?|helpers?|misc|services?|common|shared|lib)(?=[./-]|$)/i;
/** Services of the state, which people are guided to: a noun of the plans (B15), and no drawer. */
const SERVICES_OF_THE_PLANS =
  /^(?:app\/domain\/activity\/service\.ts|app\/features\/services\/|app\/messages\/(?:vi|en)\/services(?:-refusals)?\.ts|app\/routes\/office\/services?\.tsx|app\/ui\/(?:scheme|activity)\/service-|prisma\/presets\/service-catalogue\.ts|tests\/integration\/services\/)/;
const KEBAB = /^[a-z0-9$_]+(?:-[a-z0-9]+)*$/;

/** Vietnamese words without their marks. Single words that no English identifier needs, then pairs. */
const WORDS: ReadonlySet<string> = new Set(
  "thon phuong huyen tinh khen thuong diem nguoi luot duyet nhiem truong chuyen nghe hoat thanhvien khupho".split(
    " ",
  ),
);
const PAIRS: ReadonlySet<string> = new Set(
  (
    "thi-dua khen-thuong to-truong to-pho chi-tieu bao-cao ho-gia gia-dinh cong-nghe chuyen-doi nguoi-dan xep-hang " +
    "bang-xep thanh-vien huy-hieu dai-su van-hoa xa-hoi dang-nhap mat-khau tai-khoan so-dien dien-thoai ke-hoach " +
    "can-bo uy-ban hoi-dong ghi-nhan sang-kien dien-hinh danh-hieu tru-cot thang-nam dia-phuong khu-pho"
  ).split(" "),
);

export function findLongFiles(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => isCode(file) || /\.(?:sql|css|prisma)$/.test(file.path))
    .map((file) => ({ path: file.path, lines: file.text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > LINES_AT_MOST)
    .map(({ path, lines }) => `${path}:${lines} has ${lines} lines, more than ${LINES_AT_MOST}`);
}

/** A file says what it does; a drawer takes whatever has no place. */
export function findVagueNames(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => isCode(file) && /^(?:app|workers|prisma|tests)\//.test(file.path))
    .flatMap((file) => {
      const isNoun = SERVICES_OF_THE_PLANS.test(file.path);
      const drawer = isNoun ? undefined : file.path.split("/").find((part) => DRAWERS.test(part));
      if (drawer) return [`${file.path}:1 is a drawer: name it for what it does`];
      const stem = file.path.split("/").at(-1)?.split(".")[0] ?? "";
      return KEBAB.test(stem) ? [] : [`${file.path}:1 is not in kebab-case`];
    });
}

/** Features hold verbs; a file on the server side without `.server` could reach the browser's bundle. */
export function findUnmarkedServerFiles(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(
      (file) => /^app\/(?:features|ui|messages|domain)\//.test(file.path) && isCode(file) && !isTest(file),
    )
    .filter((file) => !/\.server\.tsx?$/.test(file.path) && importsNode(file))
    .map((file) => `${file.path}:1 uses Node's modules and must end in .server.ts`);
}

function importsNode(file: SourceFile): boolean {
  return parse(file).statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      !statement.importClause?.isTypeOnly &&
      (statement.moduleSpecifier as ts.StringLiteral).text.startsWith("node:"),
  );
}

/** English in code: Vietnamese lives in messages, addresses and the glossary. */
export function findVietnameseIdentifiers(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => isCode(file) && /^(?:app|workers|prisma|tests)\//.test(file.path))
    .flatMap((file) => {
      const source = parse(file);
      const findings: Finding[] = [];
      walk(source, (node) => {
        if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return;
        if (isVietnamese(node.text))
          findings.push(`${file.path}:${lineOf(source, node)} identifier ${node.text} is Vietnamese`);
      });
      return findings;
    });
}

function isVietnamese(identifier: string): boolean {
  if (/[^\u0020-\u007e]/.test(identifier)) return true;
  const words = identifier
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  return words.some((word, index) => WORDS.has(word) || PAIRS.has(`${word}-${words[index + 1]}`));
}
