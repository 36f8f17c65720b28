const KB = 1_024;
const FORM_BYTES = 256 * KB;
/** A file of ten megabytes and the form around it. */
const UPLOAD_BYTES = 10_304 * KB;

/** Routes that take more than a form. A prefix ends at a slash or at the end of the path. */
const LARGER: readonly { readonly prefix: string; readonly bytes: number }[] = [
  { prefix: "/api/dong-bo", bytes: 1_024 * KB },
  { prefix: "/api/viec", bytes: 1_024 * KB },
  { prefix: "/api/anh", bytes: UPLOAD_BYTES },
  // Pictures come with the form itself where no script sends them ahead.
  { prefix: "/ghi-viec", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/ghi-giay", bytes: UPLOAD_BYTES },
  { prefix: "/cho-so", bytes: UPLOAD_BYTES },
  { prefix: "/chuyen", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/doi-ngu/nhap", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/ho/nhap", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/so-lieu-chuyen-tiep/nhap", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/bao-cao/bieu-mau", bytes: UPLOAD_BYTES },
  // Papers come with the form.
  { prefix: "/tap-huan/khoa-hoc", bytes: UPLOAD_BYTES },
  { prefix: "/hoc-lieu", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/hoc-lieu", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/nhiem-vu", bytes: UPLOAD_BYTES },
  { prefix: "/nam/y-kien", bytes: UPLOAD_BYTES },
  { prefix: "/van-phong/ke-hoach", bytes: UPLOAD_BYTES },
];

/** How many bytes a route takes; its `.data` address takes as many. */
export function bodyLimitOf(path: string): number {
  const bare = path.replace(/\.data$/, "");
  const larger = LARGER.find(({ prefix }) => bare === prefix || bare.startsWith(`${prefix}/`));
  return larger?.bytes ?? FORM_BYTES;
}
