import type { CriteriaRefusal } from "#app/domain/year/criteria-refusals.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";

const format = makeFormat("vi");

export const criteriaRejections = {
  sheet_empty: () => "Bảng chưa có tiêu chí nào.",
  sheet_does_not_add_up: ({ parts, sum, total }) => {
    const left = parts.map(({ maximum }) => format.points(maximum)).join(" + ");
    const by = format.points(Math.abs(total - sum));
    return `Điểm tối đa chưa khớp: ${left} = ${format.points(sum)}, cần đủ ${format.points(total)}. ${
      sum < total ? `Còn thiếu ${by} điểm.` : `Đang thừa ${by} điểm.`
    } Điểm thưởng và điểm trừ không cộng vào đây.`;
  },
  sheet_total_impossible: ({ total }) => `Tổng điểm ${format.points(total)} không dùng được. Thường là 100.`,
  sheet_too_long: ({ most, count }) => `Bảng có ${count} tiêu chí, nhiều nhất là ${most}.`,
  sheet_key_twice: ({ key }) => `Mã “${key}” có ở hai tiêu chí.`,
  sheet_words_missing: () => "Có mục chưa ghi tên.",
  sheet_maximum_impossible: ({ title }) =>
    `“${title}”: điểm tối đa phải trên 0, đến 100 và có nhiều nhất hai số lẻ.`,
  sheet_formula_does_not_fit: ({ title }) => `“${title}”: cách tính này không dùng cho số liệu của tiêu chí.`,
  sheet_figure_impossible: ({ title }) => `“${title}”: có mốc tính không dùng được. Xem lại các tỷ lệ.`,
  sheet_vote_step_does_not_fit: ({ title, most }) =>
    `“${title}”: điểm tối đa phải chia hết cho bước chấm, và không quá ${most} mức.`,
  cluster_without_name: ({ slot }) => `Cụm ở dòng ${slot} có thôn mà chưa có tên.`,
  sheet_nature_by_vote: ({ title }) => `“${title}”: điểm thưởng, điểm trừ cần văn bản, không bỏ phiếu.`,
  sheet_bands_do_not_fall: () => "Mốc xếp loại phải giảm dần và loại cuối bắt đầu từ 0.",
  sheet_last_band_guarded: ({ title }) => `Loại thấp nhất “${title}” không đặt điều kiện.`,
  sheet_quota_impossible: () => "Tỷ lệ đề nghị khen phải trên 0 và không quá 100%.",
  sheet_tie_twice: () => "Thứ tự phụ khi bằng điểm bị lặp.",
  sheet_village_in_two_clusters: () => "Có nơi đang nằm trong hai cụm.",
  criteria_nothing_drafted: () => "Không còn bản dự thảo nào. Tải lại trang để xem.",
  criteria_already_drafted: () => "Đã có một bản dự thảo. Sửa tiếp bản đó hoặc bỏ đi rồi soạn mới.",
  criteria_waits_for_second: () => "Bản này đang chờ ban hành nên không sửa được. Rút lại rồi sửa.",
  criteria_not_asked: () => "Bản này chưa được đề nghị ban hành.",
  criteria_second_person: () => "Người đề nghị không tự ban hành. Cần một người khác.",
  criteria_version_unknown: () => "Không tìm thấy bản này.",
  criteria_figure_unread: () => "Gõ số, nhiều nhất hai số lẻ, ví dụ 7,5.",
  criteria_table_unknown: () =>
    "Không thấy bảng chấm điểm. Cần một dòng đầu bảng có cột “Tiêu chí” và cột “Điểm tối đa”.",
  criteria_table_too_long: ({ most }) => `Bảng quá dài, nhiều nhất ${most} dòng.`,
} satisfies SentencesOf<CriteriaRefusal>;
