// The rows of the reform report's BIỂU THỐNG KÊ that no book of the desk tells of: shown, so that
// the form is whole, and as not known.

export interface ReformRow {
  number: number;
  name: string;
  name_en: string;
}

const rows: [number, string, string][] = [
  [
    1,
    "Số lượng văn bản ban hành chỉ đạo điều hành công tác CCHC",
    "Documents issued to direct the reform",
  ],
  [2, "Số đơn vị được kiểm tra về công tác CCHC", "Units inspected for the reform"],
  [3, "Số lượng tin, bài tuyên truyền về CCHC", "News and articles about the reform"],
  [
    4,
    "Số mô hình, sáng kiến CCHC được triển khai áp dụng",
    "Reform models and initiatives applied",
  ],
  [5, "Số kinh phí bố trí thực hiện CCHC", "Funds for the reform"],
  [6, "Số lượng văn bản QPPL ban hành", "Legal documents issued"],
  [
    7,
    "Số lượng văn bản QPPL được đề nghị sửa đổi, bổ sung, bãi bỏ, thay thế",
    "Legal documents proposed for amendment, repeal or replacement",
  ],
  [
    9,
    "Số lượng các TTHC được giải quyết theo cơ chế một cửa",
    "Procedures resolved at the one-stop desk",
  ],
  [
    10,
    "Số lượng TTHC được giải quyết theo cơ chế một cửa liên thông",
    "Procedures resolved with linked agencies",
  ],
  [11, "Tỷ lệ công chức cấp xã đạt chuẩn", "Share of ward civil servants up to standard"],
  [12, "Tỷ lệ cán bộ cấp xã đạt chuẩn theo quy định", "Share of ward officials up to standard"],
  [
    13,
    "Số cán bộ, công chức, viên chức được đào tạo, bồi dưỡng, tập huấn",
    "Officials, civil servants and employees trained",
  ],
  [16, "Số lượng CB, CC, VC được tinh giản biên chế", "Staff positions reduced"],
  [
    17,
    "Số lượng CB, CC, VC bị kỷ luật (từ khiển trách trở lên)",
    "Staff disciplined (reprimand or more)",
  ],
  [18, "Số công chức được tuyển dụng", "Civil servants recruited"],
  [19, "Số viên chức được tuyển dụng", "Public employees recruited"],
  [
    20,
    "Trưởng, phó phòng và tương đương thuộc Sở, UBND cấp huyện được bổ nhiệm",
    "Heads and deputies of departments and districts appointed",
  ],
  [
    21,
    "Trưởng, phó phòng và tương đương đơn vị trực thuộc Sở, UBND cấp huyện được bổ nhiệm",
    "Heads and deputies of units below departments and districts appointed",
  ],
  [
    22,
    "Số lượng công chức được chuyển đổi vị trí việc làm theo quy định",
    "Civil servants rotated to other positions",
  ],
  [23, "Số đơn vị sự nghiệp công lập trực thuộc", "Public service units"],
  [
    24,
    "Số đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên",
    "Public service units that cover their regular expenses",
  ],
  [
    25,
    "Số cơ quan hành chính thực hiện cơ chế khoán biên chế và kinh phí hành chính",
    "Agencies with fixed staff and funds",
  ],
  [
    26,
    "Số đơn vị sự nghiệp công lập thực hiện tự chủ, tự chịu trách nhiệm",
    "Public service units with autonomy",
  ],
  [
    27,
    "Số đơn vị sự nghiệp công lập đủ điều kiện vận dụng cơ chế tài chính như doanh nghiệp",
    "Public service units run financially like enterprises",
  ],
  [28, "Tổng số văn bản phát hành đi", "Documents sent out"],
  [29, "Số văn bản đi được phát hành dưới dạng điện tử", "Of these sent electronically"],
];

export const rowsNotInTheBooks: readonly ReformRow[] = rows.map(([number, name, name_en]) => ({
  number,
  name,
  name_en,
}));
