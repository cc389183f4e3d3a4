// What the pages say in Vietnamese: a section for each part of a page, in the order of their folders.
// A text with something in it is a function. Names of the core's vocabularies have their words in
// core/words.

export const copyButton = {
  copy: "Sao chép",
  copied: "Đã sao chép",
  failed: "Trình duyệt không cho sao chép: hãy chọn chữ rồi nhấn Ctrl+C",
};

export const duration = {
  hours: "giờ",
  minutes: "phút",
  seconds: "giây",
};

export const login = {
  title: "Đăng nhập",
  user: "Tên đăng nhập",
  password: "Mật khẩu",
  enter: "Đăng nhập",
};

export const problemText = {
  unreachable: "Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
  other: (status: number) => `Máy chủ trả lời lỗi ${status}. Hãy thử lại sau giây lát.`,
};

export const settingsBar = {
  settings: "Hiển thị",
  light: "Nền sáng",
  dark: "Nền tối",
  contrast: "Tương phản cao",
  larger: "Cỡ chữ",
};

export const start = {
  title: "Bộ phận một cửa",
  counter: "Quầy tiếp nhận và xử lý",
  counterFor: "Công chức một cửa, công chức chuyên môn",
  office: "Lãnh đạo và quản trị",
  officeFor: "Chủ tịch, Phó Chủ tịch, quản trị viên",
  board: "Bảng gọi số",
  boardFor: "Màn hình lớn trong phòng chờ",
};

export const officeApp = {
  title: "Lãnh đạo và quản trị",
  skip: "Đến nội dung chính",
  pages: "Các trang",
  logOut: "Đăng xuất",
  password: "Đổi mật khẩu",
  again: "Thử lại",
  loading: "Đang tải…",
  elsewhere: "Trang này dành cho lãnh đạo và quản trị viên",
  elsewhereWhy: (name: string) => `${name} làm việc ở trang quầy.`,
  counter: "Đến trang quầy",
};

export const officeAwait = {
  loading: "Đang tải…",
  again: "Thử lại",
  old: (time: string) => `Số liệu bên dưới là lúc ${time}, có thể đã cũ.`,
};

export const officeCalendar = {
  title: "Lịch làm việc",
  year: (year: number) => `Năm ${year}`,
  previous: "Năm trước",
  next: "Năm sau",
  month: (month: number) => `Tháng ${month}`,
  weekdaysShort: "T2,T3,T4,T5,T6,T7,CN",
  hours: "Giờ làm việc",
  off: "Nghỉ",
  special: "Ngày nghỉ và ngày làm bù",
  date: "Ngày",
  weekday: "Thứ",
  kind: "Loại",
  name: "Tên",
  legendWorking: "Ngày làm việc",
  legendOff: "Nghỉ hằng tuần",
  total: (count: string) => `${count} ngày làm việc trong năm`,
  none: "Năm này chưa có ngày nghỉ nào trong lịch.",
  addDay: "Thêm ngày nghỉ đột xuất",
  import: "Nhập lịch (calendar.csv)",
  preview: "Xem trước khi nhập lịch",
  replace: "Tệp này là toàn bộ lịch: ngày không có trong tệp bị bỏ",
  reason: "Lý do",
  reasonHint: "Ghi vào nhật ký, ví dụ: mất điện toàn phường",
  check: "Xem trước",
  added: (count: string) => `Thêm ${count} ngày`,
  removed: (count: string) => `Bỏ ${count} ngày`,
  changed: (count: string) => `Sửa ${count} ngày`,
  moved: (count: string) => `Dời hạn trả của ${count} hồ sơ đang mở`,
  movedMore: (shown: string) => `Bảng chỉ ghi ${shown} hồ sơ đầu tiên.`,
  nothingMoved: "Không hồ sơ nào bị dời hạn.",
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  dueBefore: "Hạn cũ",
  dueAfter: "Hạn mới",
  wrongDate: "Hãy gõ ngày như 31/07/2023",
  propose: (year: number) => `Xem ngày nghỉ năm ${year} theo luật`,
  proposal: (year: number) => `Ngày nghỉ năm ${year} theo luật`,
  newYearEve: "Năm ngày nghỉ Tết",
  nationalDay: "Ngày nghỉ cạnh Quốc khánh",
};

export const officeCatalogueChanges = {
  added: (count: string) => `Thêm mới: ${count} phiên bản`,
  closed: (count: string) => `Hết hiệu lực: ${count} phiên bản`,
  changed: (count: string) => `Sửa: ${count} phiên bản`,
  code: "Mã",
  name: "Tên thủ tục",
  from: "Hiệu lực từ",
  to: "đến",
  changes: "Thay đổi",
  nothing: "(trống)",
};

export const officeCataloguePage = {
  title: "Danh mục thủ tục",
  search: "Tìm theo mã hoặc tên",
  list: "Các phiên bản thủ tục",
  code: "Mã",
  name: "Tên thủ tục",
  field: "Lĩnh vực",
  duration: "Thời hạn",
  level: "Trực tuyến",
  from: "Hiệu lực từ",
  to: "đến",
  state: "Trạng thái",
  inForce: "Đang hiệu lực",
  notInForce: "Không hiệu lực",
  versions: "So sánh các phiên bản",
  import: "Nhập danh mục (procedures.csv)",
  preview: "Xem trước khi nhập danh mục",
  found: (from: string, to: string, total: string) => `${from}–${to} trong ${total} phiên bản`,
  previous: "Trang trước",
  next: "Trang sau",
  none: "Không tìm thấy thủ tục nào.",
};

export const officeCchcPart = {
  rows: "Biểu thống kê công tác cải cách hành chính",
  figures: "Số liệu trong lời báo cáo",
  number: "STT",
  section: "Mục",
  name: "Nhiệm vụ, tiêu chí",
  value: "Số liệu",
  share: "Tỷ lệ",
  source: "Nguồn số liệu",
  unknown: "– chưa có số liệu",
  notInBooks: "Không theo dõi trong sổ của bộ phận một cửa",
  notes: "Ghi chú",
};

export const officeDataTable = {
  copy: "Chép bảng",
  none: "Không có dòng nào.",
  sort: "Sắp xếp theo",
};

export const officeDateField = {
  hint: "dd/mm/yyyy",
  wrong: "Ngày không có thật: hãy gõ như 31/07/2023",
};

export const officeDeviceForm = {
  title: "Thêm thiết bị",
  kind: "Loại",
  name: "Đặt ở đâu",
  nameHint: "Ví dụ: cửa vào, quầy số 2",
  add: "Lấy mã kết nối",
};

export const officeDeviceParts = {
  nothing: "–",
};

export const officeDevicesPage = {
  title: "Thiết bị",
  add: "Thêm thiết bị",
  list: "Máy lấy số, bảng gọi số, máy quầy",
  id: "Mã thiết bị",
  kind: "Loại",
  name: "Đặt ở đâu",
  state: "Trạng thái",
  online: "Đang hoạt động",
  offline: "Mất liên lạc",
  seen: "Liên lạc lần cuối",
  version: "Phiên bản",
  parts: "Máy in, máy quét",
  acts: "Thao tác",
  revoke: "Thu hồi",
  revokeTitle: (id: string) => `Thu hồi ${id}?`,
  revokeWhat: "Thiết bị không kết nối được nữa. Muốn dùng lại phải thêm mới.",
  revokedDone: (id: string) => `Đã thu hồi ${id}`,
  code: (id: string) => `Mã kết nối của ${id}`,
  codeHint: "Gõ mã này tại thiết bị trong lần chạy đầu tiên.",
};

export const officeDossierDialog = {
  title: (code: string) => `Hồ sơ ${code}`,
  procedure: "Thủ tục",
  field: "Lĩnh vực",
  applicant: "Người nộp",
  channel: "Kênh tiếp nhận",
  state: "Trạng thái",
  officer: "Người nhận",
  assignee: "Người đang giải quyết",
  received: "Tiếp nhận",
  due: "Hạn trả",
  resolved: "Có kết quả",
  outcome: "So với hạn",
  returned: "Đã trả",
  deadline: "Hạn được tính thế nào",
  history: "Nhật ký hồ sơ",
  reason: "Lý do",
  close: "Đóng",
  nobody: "–",
};

export const officeDossierDialogs = {
  close: "Đóng",
  lists: "Các số liệu",
  caption: "Hồ sơ",
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  applicant: "Người nộp",
  channel: "Kênh",
  officer: "Người nhận",
  received: "Tiếp nhận",
  due: "Hạn trả",
  closed: "Kết quả",
  state: "Hiện nay",
  outcome: "So với hạn",
  earlier: "Trang trước",
  later: "Trang sau",
  rows: (from: string, to: string, total: string) => `${from}–${to} trong ${total} hồ sơ`,
  rowsOfMany: (from: string, to: string, least: string) => `${from}–${to} trong hơn ${least} hồ sơ`,
  none: "Không có hồ sơ nào.",
  now: "Trạng thái là của hiện nay, không phải của cuối kỳ.",
  unsure: "chưa chắc chắn",
};

export const officeFeedbackPage = {
  title: "Ý kiến người dân",
  average: "Điểm trung bình",
  averageDetail: (count: string) => `của ${count} lượt đánh giá, thang 5 điểm`,
  stars: "Các lượt đánh giá",
  star: (rating: number) => `${rating} điểm`,
  list: (count: string) => `${count} ý kiến`,
  part: (from: string, to: string, all: string) =>
    `Ý kiến ${from}–${to} trong ${all}, mới nhất trước`,
  earlier: "Trang trước",
  later: "Trang sau",
  at: "Lúc",
  kind: "Loại",
  score: "Điểm",
  text: "Nội dung",
  contact: "Liên hệ",
  about: "Về số, hồ sơ",
  answered: "Đã trả lời",
  notAnswered: "Chưa trả lời",
  none: "Chưa có ý kiến nào.",
  latestOnly: "Điểm và số lượt chỉ tính trên các ý kiến ở bảng dưới.",
};

export const officeFiguresPart = {
  all: "Các số liệu của kỳ",
  figure: "Số liệu",
  value: "Kỳ này",
  share: "Tỷ lệ trong số đã giải quyết",
  before: (period: string) => `Kỳ so sánh (${period})`,
  difference: "Chênh lệch",
  points: "điểm %",
  against: (text: string) => `so với kỳ so sánh: ${text}`,
  main: "Số liệu chính",
};

export const officeForm06aPart = {
  title: "Biểu II.06a/VPCP",
  subtitle: (from: string, to: string) =>
    `Tình hình, kết quả giải quyết thủ tục hành chính, từ ${from} đến ${to}`,
  unit: "Đơn vị tính: số hồ sơ",
  number: "STT",
  field: "Lĩnh vực",
  total: "Tổng số",
  copy: "Chép bảng",
  source: "Nguồn: sổ hồ sơ của bộ phận một cửa; bấm vào một số để xem các hồ sơ được đếm.",
};

export const officeFormDialog = {
  cancel: "Thôi",
};

export const officeGroupsPart = {
  title: "Số liệu theo",
  total: "Tổng cộng",
  earlyShare: "Tỷ lệ trước hạn",
  none: "Kỳ này không có số liệu.",
};

export const officeJournalPage = {
  title: "Nhật ký",
  list: "Ai đã làm gì",
  who: "Người làm",
  whoHint: "Tên đăng nhập",
  act: "Việc",
  all: "Mọi việc",
  seq: "Số",
  at: "Lúc",
  place: "Tại",
  subject: "Đối tượng",
  reason: "Lý do",
  first: "Trang đầu",
  earlier: "Trang trước",
  later: "Trang sau",
  rows: (count: string) => `${count} việc`,
  show: "Xem",
  none: "Không có việc nào như vậy trong phần nhật ký đã tìm.",
};

export const officeLazy = {
  loading: "Đang tải…",
  failed: "Không tải được trang. Hãy tải lại (F5).",
};

export const officeMonthsPart = {
  title: "Trước hạn, đúng hạn, quá hạn theo tháng",
  chart: "Biểu đồ cột chồng theo tháng; số liệu ở bảng bên cạnh",
  month: "Tháng",
  early: "Tỷ lệ trước hạn",
  none: "Kỳ này không có số liệu.",
};

export const officePages = {
  today: "Hôm nay",
  period: "Báo cáo kỳ",
  feedback: "Ý kiến người dân",
  catalogue: "Danh mục thủ tục",
  calendar: "Lịch làm việc",
  users: "Người dùng",
  devices: "Thiết bị",
  upkeep: "Tình trạng hệ thống",
  journal: "Nhật ký",
};

export const officePasswordDialog = {
  title: "Đổi mật khẩu",
  old: "Mật khẩu hiện nay",
  fresh: "Mật khẩu mới",
  freshHint: "Ít nhất 8 ký tự",
  again: "Gõ lại mật khẩu mới",
  different: "Hai lần gõ không giống nhau",
  cancel: "Thôi",
  save: "Đổi mật khẩu",
  done: "Đã đổi mật khẩu. Hãy đăng nhập lại.",
};

export const officePeriod = {
  title: "Báo cáo kỳ",
  choose: "Chọn kỳ",
  today: "Hôm nay",
  week: "Tuần này",
  month: (month: string) => `Tháng này (${month})`,
  last_month: (month: string) => `Tháng trước (${month})`,
  quarter: (part: string, year: string) => `Quý ${part}/${year}`,
  half: (year: string) => `6 tháng đầu năm ${year}`,
  year_to_date: (year: string) => `Đầu năm ${year} đến nay`,
  last_year: (year: string) => `Năm ${year}`,
  from: "Từ ngày",
  to: "Đến ngày",
  show: "Xem kỳ này",
  wrongOrder: "Ngày kết thúc trước ngày bắt đầu",
  missing: "Hãy gõ ngày như 31/07/2023",
  future: "Kỳ kết thúc sau hôm nay: những hồ sơ đến hạn trước ngày đó được tính như đã quá hạn.",
  previous: "Kỳ liền trước",
  next: "Kỳ liền sau",
  compare: "So sánh với",
  before: "Kỳ trước cùng độ dài",
  sameLastYear: "Cùng kỳ năm trước",
  none: "Không so sánh",
  view: "Nội dung",
  viewFigures: "Số liệu",
  view06a: "Biểu II.06a",
  viewCchc: "Biểu CCHC",
  asOf: (time: string) => `Số liệu lúc ${time}`,
  reload: "Tải lại",
  sentence: "Câu báo cáo",
  sentenceCopy: "Sao chép câu",
  export: "Tải về",
  print: "In trang (Ctrl+P)",
  exportOf: (kind: string) => `Tải tệp ${kind}`,
  nothingBefore: "Sổ không có hồ sơ nào trong kỳ so sánh, nên chưa có số liệu để so sánh.",
};

export const officeProblemText = {
  missing: "Phiên bản máy chủ này chưa có phần này. Hãy nhờ quản trị viên nâng cấp máy chủ.",
  forbidden: "Vai trò của bạn không xem được phần này.",
};

export const officeReformRows = {
  row1: "Số lượng văn bản ban hành chỉ đạo điều hành công tác CCHC",
  row2: "Số đơn vị được kiểm tra về công tác CCHC",
  row3: "Số lượng tin, bài tuyên truyền về CCHC",
  row4: "Số mô hình, sáng kiến CCHC được triển khai áp dụng",
  row5: "Số kinh phí bố trí thực hiện CCHC",
  row6: "Số lượng văn bản QPPL ban hành",
  row7: "Số lượng văn bản QPPL được đề nghị sửa đổi, bổ sung, bãi bỏ, thay thế",
  row9: "Số lượng các TTHC được giải quyết theo cơ chế một cửa",
  row10: "Số lượng TTHC được giải quyết theo cơ chế một cửa liên thông",
  row11: "Tỷ lệ công chức cấp xã đạt chuẩn",
  row12: "Tỷ lệ cán bộ cấp xã đạt chuẩn theo quy định",
  row13: "Số cán bộ, công chức, viên chức được đào tạo, bồi dưỡng, tập huấn",
  row16: "Số lượng CB, CC, VC được tinh giản biên chế",
  row17: "Số lượng CB, CC, VC bị kỷ luật (từ khiển trách trở lên)",
  row18: "Số công chức được tuyển dụng",
  row19: "Số viên chức được tuyển dụng",
  row20: "Trưởng, phó phòng và tương đương thuộc Sở, UBND cấp huyện được bổ nhiệm",
  row21: "Trưởng, phó phòng và tương đương đơn vị trực thuộc Sở, UBND cấp huyện được bổ nhiệm",
  row22: "Số lượng công chức được chuyển đổi vị trí việc làm theo quy định",
  row23: "Số đơn vị sự nghiệp công lập trực thuộc",
  row24: "Số đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên",
  row25: "Số cơ quan hành chính thực hiện cơ chế khoán biên chế và kinh phí hành chính",
  row26: "Số đơn vị sự nghiệp công lập thực hiện tự chủ, tự chịu trách nhiệm",
  row27: "Số đơn vị sự nghiệp công lập đủ điều kiện vận dụng cơ chế tài chính như doanh nghiệp",
  row28: "Tổng số văn bản phát hành đi",
  row29: "Số văn bản đi được phát hành dưới dạng điện tử",
};

export const officeSecretDialog = {
  once: "Chỉ hiện một lần này. Hãy chép hoặc ghi lại trước khi đóng.",
  close: "Đã ghi lại",
};

export const officeRegister = {
  title: "Nhập sổ theo dõi hồ sơ",
  what: "Tệp được đọc và kiểm tra trước, chưa lưu gì; phòng vẫn làm việc. Đúng cả thì mới nhập, nhập cả sổ hoặc không nhập gì.",
  file: "Sổ theo dõi (register.csv)",
  tooLong: "Tệp lớn hơn 16 MB: hãy nhập trên máy chủ bằng motcua-core import register.",
  repair: "Sửa chỗ hỏng theo cách đọc hợp lý nhất",
  judging: (file: string) => `Đang kiểm tra ${file}…`,
  importing: (file: string) => `Đang ghi ${file} vào sổ, các quầy chờ vài giây…`,
  soFar: (rows: string, done: string, whole: string) => `${rows} dòng, ${done} của ${whole}`,
  cancel: "Bỏ tệp này",
  judged: (file: string, rows: string, good: string, bad: string) =>
    `${file}: đọc ${rows} dòng, ${good} dòng dùng được, ${bad} dòng sai.`,
  same: (count: string) => `${count} dòng đã có sẵn như vậy`,
  passedColumns: (names: string) => `đã bỏ qua cột “${names}”`,
  futureRows: (count: string, line: string, at: string) =>
    `${count} dòng có thời điểm chưa đến, dòng đầu tiên là dòng ${line} (${at})`,
  canBeRepaired: "Có chỗ hỏng đoán được cách đọc: xem ở cột lý do.",
  canBeKept:
    "Có chữ trông giống phông cũ, nhưng có thể là tên dân tộc hay tên nước ngoài đúng như vậy.",
  repaired: (count: string, damage: string) => `Sửa ${count} ô: ${damage}`,
  kept: (count: string, damage: string) => `Giữ nguyên ${count} ô dù trông giống: ${damage}`,
  nothing: "Không có dòng nào mới.",
  reason: "Lý do nhập (ghi vào nhật ký)",
  refusedFile: "Tải các dòng sai và lý do (CSV)",
  judgeRepaired: "Kiểm tra lại, sửa chỗ hỏng",
  judgeAsWritten: "Kiểm tra lại, giữ nguyên các tên đó",
  import: (count: string) => `Nhập ${count} hồ sơ`,
  imported: (file: string, at: string, added: string, same: string) =>
    `Đã nhập ${file} lúc ${at}: thêm ${added} hồ sơ, ${same} dòng đã có sẵn.`,
  cancelled: (file: string) => `Đã bỏ ${file}, không lưu gì.`,
};

export const officeTableImport = {
  drop: "Thả tệp CSV hoặc Excel (.xlsx) vào đây, hoặc",
  choose: "Chọn tệp…",
  format: "CSV hoặc .xlsx, dòng đầu là tên cột",
  empty: "Tệp rỗng.",
  too_long: "Tệp lớn hơn 8 MB: hãy nhập trên máy chủ bằng motcua-core import.",
  rows: (rows: string, same: string) => `${rows} dòng, ${same} dòng đã có sẵn như vậy`,
  bad: (count: string) => `Tệp có ${count} chỗ sai, chưa lưu gì. Hãy sửa rồi thả lại cả tệp.`,
  line: "Dòng",
  column: "Cột",
  reason: "Vì sao",
  whole: "(cả dòng)",
  more: (count: string) => `và ${count} chỗ sai khác`,
  blankRows: (count: string) => `${count} dòng trống được bỏ qua`,
  blankColumns: (count: string) => `${count} cột trống được bỏ qua`,
  passedSheets: (names: string) => `đã bỏ qua trang tính “${names}”`,
  cancel: "Thôi",
  confirm: "Xác nhận nhập",
  done: "Đã nhập xong.",
  nothing: "Tệp không thay đổi gì.",
  close: "Đóng",
};

export const officeToday = {
  title: "Hôm nay",
  asOf: (time: string) => `Số liệu lúc ${time}, tự cập nhật`,
  asOfOld: (time: string) => `Số liệu lúc ${time}`,
  lost: (time: string) => `Mất kết nối từ ${time}. Số liệu bên dưới có thể đã cũ.`,
  queue: "Hàng đợi",
  served: "Đã phục vụ",
  noShow: "Không đến",
  issued: "Số đã cấp",
  waits: "Thời gian chờ",
  median: "Một nửa chờ không quá",
  p90: "90 % chờ không quá",
  toldRightly: "Chờ đúng như đã báo",
  longest: "Lâu nhất hiện nay",
  service: "Phục vụ (trung vị)",
  dossiers: "Hồ sơ",
  received: "Tiếp nhận",
  dueToday: "Đến hạn hôm nay",
  late: (_: number, count: string) => `${count} hồ sơ QUÁ HẠN`,
  lateName: "Hồ sơ quá hạn",
  lateOpen: "Xem các hồ sơ quá hạn",
  notLate: "Không có hồ sơ quá hạn",
  lateUnknown: "Chưa biết số hồ sơ quá hạn",
  counters: "Các quầy",
  counter: "Quầy",
  counterName: "Tên quầy",
  ticket: "Đang phục vụ số",
  shut: "Đóng",
  free: "Rảnh",
  byHour: "Theo giờ",
  hour: "Giờ",
  byService: "Theo dịch vụ",
  serviceName: "Dịch vụ",
  byOfficer: "Theo công chức",
  officer: "Công chức",
  openDossiers: "Đang giữ",
  hourChart: "Biểu đồ số đã cấp và đã phục vụ theo giờ; số liệu ở bảng bên cạnh",
  noHours: "Hôm nay chưa cấp số nào.",
  noOfficers: "Chưa có hồ sơ của công chức nào.",
  showTable: "Bảng số liệu theo giờ",
  unsure: (count: string) => `Hạn trả chưa chắc chắn: ${count} hồ sơ đang mở.`,
};

export const officeUpkeep = {
  title: "Tình trạng hệ thống",
  server: "Máy chủ",
  working: "Đang hoạt động",
  broken: "Có lỗi: sổ không đọc được",
  version: "Phiên bản",
  seq: "Số thứ tự nhật ký",
  clock: "Giờ máy chủ",
  backup: "Sao lưu",
  backupNow: "Sao lưu ngay",
  backupMaking: "Đang sao lưu và kiểm tra…",
  backupDone: "Đã bắt đầu sao lưu",
  lastBackup: (at: string) => `Bản dùng được gần nhất: ${at}`,
  lastFailed: (at: string) => `Lần sao lưu lúc ${at} không thành:`,
  daily: (at: string, keep: string) => `Tự sao lưu lúc ${at} mỗi ngày, giữ ${keep} bản`,
  notDaily: "Chưa đặt giờ tự sao lưu mỗi ngày ([backup] daily_at trong core.toml).",
  noBackup: "CHƯA CÓ BẢN SAO LƯU NÀO DÙNG ĐƯỢC",
  oldBackup: (days: string) => `Bản sao lưu gần nhất đã ${days} ngày`,
  noFolder: "Chưa đặt thư mục sao lưu: hãy ghi [backup] folder trong core.toml của máy chủ.",
  folder: "Thư mục",
  backups: "Các bản sao lưu",
  name: "Tệp",
  at: "Lúc",
  size: "Dung lượng",
  verified: "Đã kiểm tra",
  ok: "Dùng được",
  bad: "HỎNG",
  notVerified: "Chưa kiểm tra",
  verification: "Kiểm tra sổ",
  verifyNow: "Kiểm tra sổ ngay",
  verifyWhat: "Đọc lại nhật ký, tính lại mọi số liệu, kiểm tra chuỗi băm. Phòng vẫn làm việc.",
  verifying: "Đang kiểm tra…",
  verifiedOk: (at: string) => `Sổ đúng, kiểm tra lúc ${at}`,
  verifiedBad: (at: string, count: string) =>
    `SỔ CÓ ${count} CHỖ SAI LỆCH, kiểm tra lúc ${at}. Hãy giữ nguyên máy chủ và gọi hỗ trợ.`,
  verifiedWhat: (events: string, dossiers: string) => `(${events} dòng nhật ký, ${dossiers} hồ sơ)`,
  problems: "Những chỗ sai lệch",
  never: "Chưa kiểm tra từ khi máy chủ khởi động.",
  devices: "Máy in và máy quét",
  allWell: "Các máy in, máy quét đều tốt.",
  noParts: "Chưa thiết bị nào báo tình trạng.",
  device: "Thiết bị",
  parts: "Tình trạng",
  nobody: "Mất liên lạc",
  journal: "Xem nhật ký thao tác",
};

export const officeUsers = {
  title: "Người dùng",
  add: "Thêm người dùng",
  list: "Những người đăng nhập được",
  login: "Tên đăng nhập",
  loginHint: "Chữ thường a–z, số, dấu chấm, gạch ngang; ví dụ lan.nguyen",
  name: "Họ và tên",
  role: "Vai trò",
  state: "Trạng thái",
  acts: "Thao tác",
  active: "Đang dùng",
  disabled: "Đã khóa",
  edit: "Sửa",
  disable: "Khóa",
  enable: "Mở khóa",
  reset: "Đặt lại mật khẩu",
  editTitle: (login: string) => `Sửa ${login}`,
  save: "Lưu",
  added: (login: string) => `Đã thêm ${login}`,
  passwordOf: (login: string) => `Mật khẩu của ${login}`,
  passwordHint: "Người này đăng nhập bằng mật khẩu trên rồi tự đổi mật khẩu của mình.",
  saved: "Đã lưu",
  disableTitle: (login: string) => `Khóa ${login}?`,
  disableWhat: "Người này bị đăng xuất ngay và không đăng nhập được nữa. Hồ sơ giữ nguyên.",
  resetTitle: (login: string) => `Đặt lại mật khẩu của ${login}?`,
  resetWhat: "Mật khẩu cũ hết hiệu lực và người này bị đăng xuất ở mọi nơi.",
  disabledDone: (login: string) => `Đã khóa ${login}`,
  enabledDone: (login: string) => `Đã mở khóa ${login}`,
  self: "(bạn)",
};

export const officeVersionMembers = {
  name: "Tên thủ tục",
  field: "Lĩnh vực",
  duration: "Thời hạn",
  cutoff: "Nhận sau giờ này tính ngày hôm sau",
  fee_vnd: "Lệ phí",
  online_level: "Mức độ trực tuyến",
  sector: "Cấp, ngành",
  linked_agencies: "Cơ quan liên thông",
  documents: "Thành phần hồ sơ",
  decision: "Quyết định công bố",
  effective_from: "Hiệu lực từ",
  effective_to: "Hiệu lực đến",
};

export const officeVersionsDialog = {
  title: (code: string) => `Các phiên bản của ${code}`,
  member: "Nội dung",
  version: (date: string) => `Từ ${date}`,
  changed: "khác phiên bản trước",
  only: "Thủ tục này chỉ có một phiên bản.",
  close: "Đóng",
};

export const counterActDialog = {
  do: "Ghi nhận",
  doAnyway: "Đã xem thay đổi, vẫn ghi nhận",
  cancel: "Thôi",
  reasonNeeded: "Việc này cần ghi lý do.",
  nothingChanged: "Chưa có gì thay đổi.",
  done: (name: string) => `Đã ghi nhận: ${name}.`,
  unreachable:
    "Chưa tới được máy chủ; nội dung đã được giữ. Bấm lại khi có mạng: không bị ghi hai lần.",
  changed: "Trong lúc bạn nhập, hồ sơ này vừa có thay đổi. Nội dung bạn nhập vẫn còn nguyên.",
  notAny: (state: string) => `Hồ sơ bây giờ ở trạng thái “${state}”: không làm việc này được nữa.`,
};

export const counterActFields = {
  reason: "Lý do",
  note: "Ghi chú (không bắt buộc)",
  items: "Giấy tờ, nội dung cần bổ sung (mỗi dòng một mục)",
  addItem: "Thêm vào danh sách:",
  assignee: "Người làm bước tiếp theo (tên đăng nhập)",
  assigneeHint: "Để trống: chưa giao ai",
  agency: "Cơ quan",
  external_code: "Mã hồ sơ ở cơ quan đó (nếu có)",
  answer_due: "Hẹn trả lời",
  new_appointment: "Ngày, giờ hẹn mới",
  return_channel: "Cách trả",
  recipient: "Người nhận",
  paid_vnd: "Số tiền đã thu (đồng)",
};

export const counterActSpecs = {
  recipient: (name: string) => `Người nhận: ${name}`,
};

export const counterApp = {
  title: "Quầy – Một cửa",
  loading: "Đang tải…",
  away: "Chưa liên lạc được với máy chủ. Trang sẽ tự thử lại; nội dung đã nhập vẫn được giữ.",
  notForYou: "Trang này dành cho công chức một cửa và công chức chuyên môn.",
  office: "Mở trang lãnh đạo và quản trị",
  logOut: "Đăng xuất",
  toMain: "Tới nội dung chính",
};

export const counterApplicant = {
  title: "Người nộp",
  name: "Họ và tên",
  id_number: "Số căn cước",
  phone: "Điện thoại",
  address: "Địa chỉ",
  email: "Thư điện tử",
  birth_date: "Ngày/năm sinh",
  nameIsScan: "Đây là mã quét, không phải họ tên: hãy xoá đi rồi quét lại, hoặc nhập theo thẻ.",
  nameIsNumber: "Đây là số, không phải họ tên: hãy chuyển sang đúng ô.",
  yearAlone: "Chỉ biết năm sinh, ngày để trống.",
  unsaid: "Chưa ghi",
  scanHint: "Quét mã QR trên thẻ căn cước để điền.",
  card: (sex: string, birth: string, issued: string) =>
    `Thẻ: ${sex}, sinh ${birth}, cấp ${issued}. Hãy nhìn thẻ và người.`,
  doubt: "Thẻ có chỗ chưa khớp, hãy kiểm tra:",
  changed: "Đã sửa khác với thẻ:",
  ticket: (code: string) => `Số ${code.split("-")[1] ?? code}`,
  untie: "Không phải của số này",
  asWritten: "Chữ viết đúng như trên giấy tờ (tên dân tộc, tên nước ngoài)",
  oddNumber: "Số căn cước thường có 12 chữ số (CMND cũ: 9): hãy xem lại.",
};

export const counterAttachments = {
  title: "Tệp đính kèm",
  group: "Hồ sơ",
  none: "Chưa có tệp nào.",
  drop: "Thả tệp vào đây, hoặc",
  choose: "Chọn tệp",
  camera: "Máy ảnh",
  view: (name: string) => `Xem ${name}`,
  again: "Gửi lại",
  giveUp: "Bỏ",
  failed: "Chưa gửi được",
  open: "Mở ở thẻ mới",
  close: "Đóng",
  sending: (name: string) => `Đang gửi ${name}`,
  noPreview: "Loại tệp này không xem trước được.",
};

export const counterCamera = {
  title: "Chụp giấy tờ",
  take: "Chụp và gắn vào hồ sơ",
  close: "Đóng",
  none: "Không mở được máy ảnh: hãy cắm máy ảnh và cho phép trang này dùng, rồi mở lại.",
  view: "Hình từ máy ảnh",
};

export const counterCopies = {
  title: "Giấy tờ cần chứng thực",
  name: "Tên giấy tờ (bản chính)",
  pages: "Số trang",
  copies: "Số bản",
  remove: (name: string) => `Bỏ ${name}`,
  perCopy: "Phí mỗi bản (đồng)",
  total: (copies: number, fee: string) => `${copies} bản · ${fee}`,
  hint: "Enter ở ô cuối: thêm dòng.",
  row: (index: number) => `dòng ${index}`,
};

export const counterCorrectForm = {
  name: "Họ và tên",
  id_number: "Số căn cước",
  phone: "Điện thoại",
  address: "Địa chỉ",
  email: "Thư điện tử",
  birth_date: "Ngày/năm sinh",
  channel: "Cách nộp",
  fee_vnd: "Phí, lệ phí (đồng)",
  before: (value: string) => `Trước: ${value}`,
  asWritten: "Chữ viết đúng như trên giấy tờ (tên dân tộc, tên nước ngoài)",
  empty: "(trống)",
  papers: "Giấy tờ nộp",
  paper: "Tên giấy tờ",
  originals: "Bản chính",
  certified: "Chứng thực",
  copies: "Bản sao",
  remove: (name: string) => `Bỏ ${name}`,
  add: "Thêm giấy tờ",
  papersBefore: (names: string) => `Trước: ${names}`,
};

export const counterCounterChoice = {
  title: "Máy này ở quầy nào?",
  remembered: "Máy nhớ lựa chọn này cho những lần sau.",
  none: "Không ở quầy nào (không gọi số)",
  counter: (number: number) => `Quầy ${number}`,
  loading: "Đang tải danh sách quầy…",
  close: "Đóng",
};

export const counterDeadlineSteps = {
  how: "Cách tính",
};

export const counterDialogs = {
  other: "Gọi một số khác thứ tự",
  which: "Số được gọi",
  reason: "Lý do (được ghi vào sổ)",
  reasonHint: "Ví dụ: người già yếu đi một mình, bổ sung giấy tờ",
  cancel: "Thôi",
  nobody: "Không có ai đang chờ ở quầy này.",
  transfer: (number: string) => `Chuyển số ${number} sang dịch vụ khác`,
  keeps: "Người dân giữ nguyên giờ đến và quyền ưu tiên.",
  waitingCount: (count: number) => `${count} đang chờ`,
};

export const counterDossierScreen = {
  group: "Hồ sơ",
  loading: (code: string) => `Đang mở hồ sơ ${code}…`,
  notFound: "Không mở được hồ sơ này.",
  back: "Về việc của tôi",
  acts: "Việc có thể làm",
  noActs: "Hồ sơ đã kết thúc: không còn việc gì phải làm.",
  history: "Quá trình xử lý",
  papers: "In",
};

export const counterDossierTable = {
  code: "Mã hồ sơ",
  applicant: "Người nộp",
  procedure: "Thủ tục",
  due: "Hạn trả",
  state: "Trạng thái",
  person: "Người làm",
  today: (time: string) => `hôm nay ${time}`,
  lateDays: (days: number) => (days === 0 ? "quá hạn hôm nay" : `quá hạn ${days} ngày`),
  nobody: "chưa giao",
  unsure: "chưa chắc chắn",
  sort: "Xếp theo",
};

export const counterDraft = {
  paper: (name: string, pages: number, copies: number) =>
    `${name} (${pages} trang × ${copies} bản)`,
};

export const counterDraftTabs = {
  drafts: "Các bản đang nhập",
  blank: "Bản mới",
  add: "Mở bản nhập mới (Alt+N)",
  close: (title: string) => `Đóng bản nhập ${title}`,
  sending: "đang chờ máy chủ",
  done: "đã nhận",
};

export const counterDueBox = {
  title: "Ngày hẹn trả",
  none: "Chọn thủ tục để thấy ngày hẹn.",
  noLimit: "Thủ tục không quy định thời hạn.",
  counting: "Đang tính…",
  later: "Chưa hỏi được máy chủ: ngày hẹn được tính khi nhận.",
  ifNow: "nếu nhận bây giờ",
};

export const counterFacts = {
  applicant: "Người nộp",
  id_number: "Số căn cước",
  phone: "Điện thoại",
  address: "Địa chỉ",
  email: "Thư điện tử",
  received: "Tiếp nhận",
  submitted: "Nộp trực tuyến",
  channel: "Cách nộp",
  by: "Người nhận",
  assignee: "Đang làm",
  step: (step: number) => `bước ${step}`,
  nobody: "chưa giao",
  fee: "Phí",
  paid: (paid: string) => `đã thu ${paid}`,
  due: "Hạn trả",
  appointment: "Ngày hẹn người dân",
  resolved: "Có kết quả",
  returned: "Đã trả",
  papers: "Giấy tờ nộp",
  noPapers: "Không ghi giấy tờ nào.",
  paper: "Tên giấy tờ",
  originals: "Bản chính",
  certified: "Chứng thực",
  copies: "Bản sao",
  agencies: "Cơ quan phối hợp",
  handed: (at: string) => `chuyển ${at}`,
  notAcknowledged: "chưa nhận",
  acknowledged: (at: string) => `nhận ${at}`,
  answerDue: (at: string) => `hẹn trả lời ${at}`,
  answered: (at: string) => `trả lời ${at}`,
  pauses: "Tạm dừng",
  pause: (from: string, to: string) => `${from} – ${to}`,
  stillPaused: "nay",
};

export const counterFeeAndChannel = {
  fee: "Phí, lệ phí (đồng)",
  asRule: (fee: string) => `Theo thủ tục: ${fee}`,
  channel: "Cách nộp",
};

export const counterHeader = {
  screens: "Màn hình",
  group: "Chung",
  intake: "Tiếp nhận",
  work: "Việc của tôi",
  counter: (number: number, name: string) => `Quầy ${number}${name ? ` · ${name}` : ""}`,
  noCounter: "Chưa chọn quầy",
  chooseCounter: "Đổi quầy",
  search: "Tìm hồ sơ",
  searchHint: "Mã, họ tên, số căn cước",
  menu: "Tài khoản và hiển thị",
  logOut: "Đăng xuất",
  help: "Phím tắt",
  late: (count: number) => `${count} quá hạn`,
};

export const counterHistoryList = {
  reason: "Lý do",
  system: "Hệ thống",
};

export const counterHistorySentence = {
  entered: "nhập hồ sơ từ sổ theo dõi",
  receive: (channel: string) => `tiếp nhận hồ sơ ${channel}`.trim(),
  forward: (to: string) => (to ? `chuyển bước cho ${to}` : "chuyển sang bước tiếp theo"),
  "hand-over": (agency: string, due: string) =>
    `chuyển cho ${agency}${due ? `, hẹn trả lời ${due}` : ""}`,
  acknowledge: (agency: string) => `ghi: ${agency} đã nhận`,
  answer: (agency: string) => `ghi: ${agency} đã trả lời`,
  reappoint: (to: string) => `xin lỗi và hẹn lại ngày ${to}`,
  return: (channel: string) => `trả kết quả ${channel}`.trim(),
  pay: (amount: string) => `thu ${amount}`,
  digitise: (name: string) => `gắn tệp ${name}`,
  "move-due": (to: string) => `dời hạn trả sang ${to} vì lịch làm việc thay đổi`,
  correct: (what: string) => `sửa ${what}`,
  applicant: "người nộp",
  channel: "cách nộp",
  fee_vnd: "phí",
  papers: "giấy tờ",
  from: (before: string, after: string) => `từ “${before}” thành “${after}”`,
  empty: "trống",
};

export const counterIntakeScreen = {
  title: "Tiếp nhận hồ sơ",
  group: "Tiếp nhận",
  receive: "Nhận và in",
  receiveNext: "Nhận, nhập tiếp cho người này",
  refuse: "Từ chối…",
  newDraft: "Bản nhập mới",
  closeDraft: "Đóng bản nhập",
  nextDraft: "Bản nhập kế tiếp",
  tickAll: "Đủ giấy tờ (đánh dấu tất cả)",
  waiting: "Đang chờ máy chủ, nội dung đã được giữ. Hồ sơ sẽ được gửi một lần khi có mạng.",
  tooMany: (most: number) => `Chỉ mở được ${most} bản nhập cùng lúc: hãy đóng bớt một bản.`,
  name: "Hãy nhập họ tên người nộp.",
  procedure: "Hãy chọn thủ tục.",
  otherErrors: "Máy chủ báo:",
};

export const counterLateBand = {
  late: (count: number) => `${count} hồ sơ của bạn đã QUÁ HẠN`,
  show: "Xem ngay",
  lost: (since: string) =>
    `Mất kết nối với máy chủ từ ${since}. Cứ nhập tiếp: nội dung được giữ trên máy này.`,
};

export const counterPapers = {
  title: "Giấy tờ nộp",
  paper: "Tên giấy tờ",
  originals: "Bản chính",
  certified: "Chứng thực",
  copies: "Bản sao",
  hint: "Cách: 1 bản sao · Enter: 1 bản sao rồi xuống · 2–9: số bản sao · C: bản chính · T: chứng thực",
  all: "Đủ cả",
  extra: "Giấy tờ khác",
  add: "Thêm",
  none: "Thủ tục này không quy định giấy tờ nộp.",
  count: (done: number, all: number) => `${done}/${all}`,
  of: (column: string, name: string) => `${column}: ${name}`,
};

export const counterPrint = {
  printed: "Đã in.",
  failed: "Chưa in được: hãy xem máy in rồi bấm In lại.",
  perhaps: "Không rõ phiếu đã ra chưa: hãy nhìn máy in; nếu chưa có thì bấm In lại.",
  noPaper: "Máy chủ chưa lập được phiếu này: hãy thử in lại sau.",
  frame: "Bản in",
};

export const counterProcedurePicker = {
  title: "Thủ tục",
  label: "Tìm thủ tục",
  hint: "Gõ vài chữ không dấu, chữ cái đầu (vd. dkks) hoặc mã; ↑ ↓ chọn, Enter nhận.",
  none: "Không có thủ tục nào như vậy đang áp dụng.",
  found: (count: number) => `${count} thủ tục`,
  change: "Đổi thủ tục",
  loading: "Đang tải danh mục thủ tục…",
};

export const counterQueue = {
  unreachable: "Chưa tới được máy chủ: chưa biết việc này đã xong chưa. Hãy bấm lại khi có mạng.",
  chooseFirst: "Hãy chọn quầy trước.",
  stillCalled: (number: string) =>
    `Số ${number} đã gọi mà chưa đến: gọi lại (F4), bắt đầu (F7) hoặc báo vắng (Alt+V).`,
  somebodyElse: "Quầy khác vừa lấy số này; hãy xem lại hàng đợi.",
};

export const counterQueuePanel = {
  title: "Hàng đợi",
  group: "Hàng đợi",
  nobody: "Chưa gọi ai",
  calledTimes: (count: number) => `lần ${count}`,
  callNext: "Gọi số tiếp",
  finishAndCall: "Xong, gọi số tiếp",
  recallIn: (seconds: number) => `Gọi lại sau ${seconds}s`,
  start: "Bắt đầu",
  noShow: "Vắng",
  hold: "Giữ lại",
  transfer: "Chuyển",
  other: "Gọi số khác…",
  release: "Cho vào hàng",
  result: "Nhận kết quả:",
  loading: "Chưa tải được hàng đợi",
};

export const counterReceive = {
  received: (code: string) => `Đã tiếp nhận ${code}.`,
  refused: (code: string) => `Đã ghi phiếu từ chối ${code}.`,
  check: "Máy chủ chưa nhận: hãy sửa các ô được đánh dấu.",
};

export const counterRefuseDialog = {
  explain: "Hồ sơ không được nhận; phiếu từ chối ghi lý do được in cho người dân.",
  reason: "Lý do từ chối",
  needed: "Hãy ghi lý do: người dân cần biết vì sao và phải làm gì.",
  name: "Hãy nhập họ tên người nộp trước.",
  procedure: "Hãy chọn thủ tục trước.",
  refuse: "Từ chối và in phiếu",
  cancel: "Thôi",
};

export const counterResultPanel = {
  received: "Đã tiếp nhận",
  refused: "Đã từ chối tiếp nhận",
  group: "Tiếp nhận",
  due: "Hẹn trả",
  noLimit: "không quy định thời hạn",
  fee: "Phí, lệ phí",
  applicant: "Người nộp",
  procedure: "Thủ tục",
  printing: "Đang in…",
  printed: "Phiếu đã được gửi in.",
  notPrinted: "Phiếu CHƯA in được: hãy xem máy in rồi bấm In lại.",
  perhaps: "Không rõ phiếu đã in chưa: hãy nhìn máy in.",
  again: "In lại",
  together: (count: number) => `In giấy hẹn chung ${count} hồ sơ`,
  scan: "Quét giấy tờ",
  another: "Thêm hồ sơ cho người này",
  done: "Xong",
  visit: "Các hồ sơ của lượt này",
};

export const counterRoute = {
  filled: (name: string) => `Đã điền từ thẻ: ${name}. Hãy đối chiếu với thẻ.`,
  doubtful: "Thẻ có chỗ chưa khớp: xem cảnh báo ở phần người nộp.",
  another: (name: string) => `Thẻ của người khác: đã mở bản nhập mới cho ${name}.`,
  tooMany: (most: number) => `Đang mở ${most} bản nhập: hãy đóng bớt một bản rồi quét lại thẻ.`,
  unknown: "Mã vừa quét không phải thẻ căn cước, giấy hẹn hay số thứ tự của bộ phận một cửa.",
};

export const counterScannerFolder = {
  title: "Trong thư mục máy quét",
  group: "Hồ sơ",
  none: "Quét giấy tờ bằng máy quét: tệp hiện ở đây.",
  attach: "Gắn",
  attachNewest: "Gắn tệp quét mới nhất",
  attachAll: (count: number) => `Gắn cả ${count} tệp của hồ sơ này`,
  suggested: "có mã hồ sơ này",
  ofOther: (code: string) => `có mã ${code}`,
  gone: "Không đọc được tệp trong thư mục quét: hãy quét lại.",
  preview: (name: string) => `Hình thu nhỏ của ${name}`,
};

export const counterShortcutsOverlay = {
  title: "Phím tắt đang dùng được",
  close: "Đóng",
  scan: "Quét thẻ căn cước, giấy hẹn hoặc số thứ tự ở bất cứ màn hình nào.",
};

export const counterSimilar = {
  title: "Hồ sơ khác của người này",
  same: "Có thể trùng: người này đã nộp thủ tục này gần đây.",
  none: "Chưa thấy hồ sơ nào khác.",
  more: (count: number) => `và ${count} hồ sơ nữa`,
};

export const counterStatus = {
  status: "Trạng thái",
  online: "Máy chủ",
  lost: (since: string) => `Mất kết nối từ ${since}`,
  noAgent: "In qua trình duyệt",
  agentAway: "Chương trình quầy không trả lời",
  receiptPrinter: "Máy in nhiệt",
  saving: "Đang lưu nháp…",
};

export const counterTicketDialog = {
  title: (code: string) => `Số ${code}`,
  state: "Trạng thái",
  service: "Dịch vụ",
  arrived: "Lấy số lúc",
  ahead: "Số người phía trước",
  waited: "Đã chờ",
  priority: "Ưu tiên",
  dossiers: "Hồ sơ của lượt này",
  result: "Đến nhận kết quả hồ sơ",
  reEnter: "Đã quay lại: cho vào gần đầu hàng",
  back: (number: string) => `Số ${number} đã vào lại hàng.`,
  call: "Gọi số này…",
  release: "Cho vào hàng",
  close: "Đóng",
  loading: "Đang tìm số…",
};

export const counterWorkScreen = {
  title: "Việc của tôi",
  group: "Việc của tôi",
  mine: "Của tôi",
  ward: "Cả phường",
  whose: "Hồ sơ của ai",
  all: "Tất cả",
  filter: "Lọc trong danh sách",
  filterHint: "Mã, tên, thủ tục",
  nothing: "Không có việc nào đang mở.",
  nothingSo: "Không có hồ sơ nào như vậy trong danh sách.",
  loading: "Đang tải…",
  problem: "Chưa tải được danh sách; số liệu dưới đây có thể đã cũ.",
  cut: (shown: string, all: string) =>
    `Danh sách dài: chỉ tải ${shown} trong ${all} hồ sơ đầu theo thứ tự này. Hãy dùng ô tìm kiếm.`,
  more: "Hiện thêm",
  found: (query: string, count: string) => `Kết quả tìm “${query}”: ${count} hồ sơ`,
  searching: "Đang tìm…",
  notFound:
    "Không tìm thấy hồ sơ nào. Thử mã hồ sơ, họ tên không dấu, số căn cước hoặc điện thoại.",
  endSearch: "Về việc của tôi",
  refresh: "Tải lại",
};

export const kioskApp = {
  title: "Lấy số, tra cứu",
  starting: "Máy đang khởi động…",
  startingDo: "Nếu chờ quá một phút, mời quý khách lấy số ở bàn hướng dẫn.",
};

export const kioskBottomBar = {
  bar: "Điều khiển",
  back: "Quay lại",
  home: "Về đầu",
  read: "Đọc to",
  stop: "Ngừng đọc",
  large: "Chữ to",
  contrast: "Tương phản",
};

export const kioskDossier = {
  code: "Mã hồ sơ",
  received: "Ngày nhận",
  step1: "Nộp",
  step2: "Giải quyết",
  step3: "Có kết quả",
  step4: "Đã trả",
  fetch: "Lấy số nhận kết quả",
  supplement: "Lấy số nộp bổ sung",
  rate: "Đánh giá",
  progress: "Các bước",
};

export const kioskDossierWords = {
  submitted: "Hồ sơ nộp trực tuyến đang chờ tiếp nhận",
  submittedDo: "Quý khách chưa cần đến. Cán bộ sẽ tiếp nhận hoặc báo lại.",
  inProgress: "Hồ sơ đang được giải quyết",
  come: (when: string) => `Mời đến nhận kết quả: ${when}`,
  noDate: "Cán bộ sẽ báo khi có kết quả.",
  overdue: "Hồ sơ đã quá ngày hẹn. Mời hỏi cán bộ tại quầy.",
  suspended: "Hồ sơ đang chờ quý khách bổ sung giấy tờ",
  suspendedDo: "Mời mang giấy tờ ghi trong phiếu yêu cầu bổ sung đến quầy đã nộp hồ sơ.",
  ready: "Đã có kết quả",
  readyDo: "Mời lấy số nhận kết quả; nhớ mang giấy tiếp nhận và căn cước.",
  returned: (date: string) => `Đã trả kết quả ngày ${date}`,
  returnedDo: "Quý khách không cần làm gì thêm.",
  refused: "Hồ sơ không được tiếp nhận hoặc bị từ chối",
  refusedDo: "Lý do ghi trong thông báo gửi quý khách. Mời hỏi cán bộ tại quầy nếu cần.",
  withdrawn: "Hồ sơ đã được rút theo yêu cầu",
  stopped: "Hồ sơ đã dừng giải quyết",
  stoppedDo: "Mời hỏi cán bộ tại quầy để biết lý do.",
  unsure: (years: string) =>
    `Ngày này chưa chắc chắn, vì cơ quan chưa nhập các ngày nghỉ của năm ${years}: xin hỏi lại trước khi đến`,
};

export const kioskFaces = {
  rating: "Mức hài lòng",
  r1: "Rất không hài lòng",
  r2: "Không hài lòng",
  r3: "Bình thường",
  r4: "Hài lòng",
  r5: "Rất hài lòng",
};

export const kioskFeedback = {
  title: "Quý khách có hài lòng không?",
  about: "Quét phiếu số hoặc giấy tiếp nhận để đánh giá đúng lượt của mình (không bắt buộc).",
  aboutThis: (code: string) => `Đánh giá cho: ${code}`,
  why: "Điều gì chưa tốt? (có thể chọn nhiều)",
  send: "Gửi đánh giá",
  write: "Viết phản ánh, kiến nghị",
  thanks: "Cảm ơn quý khách",
  thanksFor: "Ý kiến đã được ghi lại và gửi tới lãnh đạo.",
  home: "Về đầu",
  failed: "Chưa gửi được. Mời thử lại.",
  manner: "Thái độ phục vụ",
  slow: "Chờ lâu",
  unclear: "Hướng dẫn chưa rõ",
  again: "Phải đi lại nhiều lần",
  place: "Nơi chờ bất tiện",
};

export const kioskIdleQuestion = {
  question: "Quý khách còn cần thêm thời gian không?",
  left: (seconds: string) => `Màn hình về đầu sau ${seconds} giây.`,
  more: "Cần thêm thời gian",
  done: "Xong, về đầu",
};

export const kioskKeyboard = {
  keyboard: "Bàn phím",
  space: "Dấu cách",
  erase: "Xoá",
  clear: "Xoá hết",
  acute: "sắc",
  grave: "huyền",
  hook: "hỏi",
  tilde: "ngã",
  dot: "nặng",
};

export const kioskLoaded = {
  loading: "Đang tìm…",
  away: "Chưa xem được lúc này",
  awayDo: "Máy đang mất kết nối với máy chủ. Mời quý khách thử lại sau, hoặc hỏi cán bộ tại quầy.",
  notFound: "Không tìm thấy",
  notFoundDo: "Mời quý khách quét lại mã vuông trên giấy, hoặc hỏi cán bộ tại quầy.",
  again: "Thử lại",
  home: "Về đầu",
};

export const kioskNotPrinted = {
  failed: "Máy chưa in được phiếu",
  unknown: "Phiếu có thể đã in ra, mời xem khe lấy phiếu",
  yours: "Số giữ cho quý khách",
  again: "Thử in lại",
  noted: "Tôi đã ghi lại số này",
  haveIt: "Tôi đã có phiếu",
  what: "Quý khách có thể ghi lại số rồi chờ gọi như thường, hoặc báo cán bộ ở bàn hướng dẫn.",
  giveUp: "Không lấy số nữa",
  busy: "Đang in lại…",
};

export const kioskPlace = {
  title: "Số của quý khách",
  next: "Quý khách là người tiếp theo",
  ahead: (count: string) => `Còn ${count} người trước quý khách`,
  wait: (text: string) => `Chờ khoảng ${text}`,
  waitUnknown: "Chưa biết thời gian chờ",
  called: (counter: string) => `Đang được gọi: mời đến quầy ${counter}`,
  serving: (counter: string) => `Đang được phục vụ tại quầy ${counter}`,
  held: "Số đang tạm dừng, chờ quý khách quay lại",
  reEnter: "Tôi đã quay lại, cho vào hàng",
  noShow: "Số này đã được gọi mà không có người đến",
  done: "Số này đã phục vụ xong",
  expired: "Số này là của ngày trước",
  newNumber: "Lấy số mới",
  rate: "Đánh giá",
  failed: "Chưa vào lại hàng được. Mời thử lại, hoặc hỏi cán bộ.",
};

export const kioskProcedure = {
  papers: "Giấy tờ cần mang",
  noPapers: "Mời hỏi cán bộ tại quầy.",
  fee: "Lệ phí",
  time: "Thời gian giải quyết",
  online: "Nộp trực tuyến",
  linked: (agencies: string) => `Liên thông với: ${agencies}`,
  take: (name: string) => `Lấy số: ${name}`,
  takeAny: "Chọn dịch vụ để lấy số",
  gone: "Thủ tục này không còn trong danh mục",
  home: "Về đầu",
};

export const kioskProcedures = {
  title: "Tra cứu thủ tục",
  typed: "Gõ tên thủ tục, không cần dấu",
  byName: "Gõ tên",
  byField: "Theo lĩnh vực",
  byLetter: "A–Z",
  most: "Hay tra cứu",
  nothing: "Không thấy thủ tục nào. Mời xoá bớt chữ, hoặc tìm theo lĩnh vực.",
  found: (count: string) => `${count} thủ tục`,
  all: "Tất cả lĩnh vực",
  loading: "Đang tải danh mục…",
  failed: "Chưa tải được danh mục thủ tục. Mời thử lại, hoặc hỏi cán bộ.",
  again: "Thử lại",
  copy: (date: string) => `Danh mục lưu tại máy, ngày ${date}`,
  more: "Gõ thêm chữ để thu hẹp",
};

export const kioskScan = {
  title: "Tra cứu hồ sơ",
  scan: "Đưa giấy tiếp nhận vào chỗ quét mã",
  scanFor: "Để mã vuông quay về phía đèn, cách chừng một gang tay.",
  noScanner: "Máy quét đang hỏng. Mời gõ mã hồ sơ ghi trên giấy tiếp nhận.",
  type: "Không quét được? Gõ mã hồ sơ",
  typed: "Mã hồ sơ trên giấy tiếp nhận",
  look: "Xem hồ sơ",
};

export const kioskProcedureWords = {
  until: (time: string, cutoff: string) => `${time}; nộp sau ${cutoff} thì ngày làm việc sau`,
  noFee: "Không thu lệ phí",
  counterOnly: "Chỉ nộp trực tiếp tại quầy",
  partlyOnline: "Nộp trực tuyến được một phần",
  fullyOnline: "Nộp trực tuyến được toàn trình",
};

export const kioskScanNotice = {
  card: "Đã nhận thẻ. Để lấy số, mời chạm vào dịch vụ cần làm; cán bộ sẽ quét thẻ tại quầy.",
  unknown: "Không nhận ra mã này. Mời quét mã vuông trên giấy tiếp nhận hoặc trên phiếu số.",
};

export const kioskScroller = {
  up: "Lên",
  down: "Xuống",
};

export const kioskService = {
  take: "Lấy số",
  takeFor: "Phiếu in ra ngay",
  takeWithout: "Lấy số không cần giấy tiếp nhận",
  priority: "Tôi thuộc diện ưu tiên",
  priorityFor: "Chạm vào diện của mình để lấy số ưu tiên. Cán bộ sẽ xem giấy tờ tại quầy.",
  papers: "Xem giấy tờ cần mang, lệ phí, thời gian",
  scan: "Đưa giấy tiếp nhận vào chỗ quét mã",
  scanFor: "Số lấy theo giấy tiếp nhận được gắn sẵn hồ sơ, nhận kết quả nhanh hơn.",
  closed: "Dịch vụ này hiện chưa nhận",
  closedDo: "Mời quý khách chọn dịch vụ khác, hoặc đến vào giờ nhận.",
  others: "Chọn dịch vụ khác",
};

export const kioskStart = {
  title: "Mời chạm vào dịch vụ để lấy số",
  services: "Dịch vụ",
  waiting: (count: string) => `${count} người đang chờ`,
  nobody: "Chưa có người chờ",
  wait: (text: string) => `chờ khoảng ${text}`,
  waitUnknown: "chưa biết thời gian chờ",
  notKnown: "Chưa xem được số người chờ",
  closed: "Hiện chưa nhận",
  opens: (hours: string) => `Nhận lúc ${hours}`,
  procedures: "Tra cứu thủ tục",
  proceduresFor: "Giấy tờ, lệ phí, thời gian",
  dossier: "Tra cứu hồ sơ",
  dossierFor: "Quét giấy tiếp nhận",
  dossierByCode: "Theo mã trên giấy tiếp nhận",
  feedback: "Phản ánh, đánh giá",
  feedbackFor: "Ý kiến của quý khách",
};

export const kioskTicket = {
  printing: "Đang in phiếu…",
  printingDo: "Mời quý khách chờ một chút",
  slow: "Máy đang bận, vẫn đang in phiếu cho quý khách…",
  refused: "Chưa lấy được số",
  refusedDo: "Mời quý khách chọn lại, hoặc hỏi cán bộ ở bàn hướng dẫn.",
  unreachable: "Máy lấy số chưa trả lời",
  unreachableDo: "Phiếu chưa in ra. Mời quý khách thử lại, hoặc báo cán bộ ở bàn hướng dẫn.",
  again: "Thử lại",
  home: "Về đầu",
  noted: "Mời quý khách nhớ số của mình",
};

export const kioskTicketDone = {
  take: "Mời lấy phiếu",
  remember: "Mời quý khách nhớ số của mình",
  yours: "Số của quý khách",
  first: "Quý khách là người tiếp theo",
  ahead: (count: string) => `Còn ${count} người trước quý khách`,
  wait: (text: string) => `Chờ khoảng ${text}`,
  waitUnknown: "Chưa biết thời gian chờ",
  offline: "Phiếu cấp khi mất kết nối: vẫn được gọi theo thứ tự.",
  listen: "Mời ngồi chờ, nghe và xem bảng gọi số.",
  done: "Xong",
};

export const kioskTopBar = {
  offline: (since: string) =>
    `Mất kết nối với máy chủ${since && ` từ ${since}`}. Vẫn lấy số được; chưa xem được thời gian chờ và tình trạng hồ sơ.`,
  away: "Máy đang khởi động lại, mời quý khách chờ giây lát…",
  practice: "MÁY THỬ – số không có giá trị",
};

export const kioskWait = {
  minutes: (count: string) => `${count} phút`,
};

export const kioskWriting = {
  title: "Phản ánh, kiến nghị",
  text: "Nội dung",
  textFor: "Gõ nội dung, có dấu hoặc không dấu",
  contact: "Số điện thoại để trả lời",
  contactFor: "Không bắt buộc",
  send: "Gửi",
};

export const board = {
  board: "Bảng gọi số",
  counter: "Quầy",
  counters: "Các quầy",
  free: "Trống",
  closed: "Tạm nghỉ",
  lastCalls: "Lượt gọi mới nhất",
  newest: "Mời số",
  nobody: "Mời quý khách chờ gọi số",
  waiting: "Đang chờ",
  people: (count: string) => `${count} người`,
  wait: (text: string) => `khoảng ${text}`,
  lost: (time: string) => `Mất kết nối từ ${time} – số trên bảng có thể đã cũ`,
  tooOld: (time: string) => `Mất kết nối từ ${time}`,
  tooOldDo: "Mời quý khách nghe cán bộ gọi số tại quầy.",
  connecting: "Đang kết nối với máy chủ…",
  connectingDo: "Nếu chờ lâu: kiểm tra mạng và máy chủ của bộ phận.",
  soundBlocked: "Bấm để bật tiếng",
  soundMissing: (names: string) => `Thiếu âm thanh: ${names}`,
  noSounds: "Chưa có âm thanh đọc số, chỉ có chuông",
  clock: "Giờ máy chủ",
  enrol: "Kết nối bảng gọi số",
  enrolHelp:
    "Quản trị viên tạo mã một lần cho thiết bị loại “board” (mục Thiết bị, hoặc motcua-core device enrol), rồi nhập vào đây.",
  code: "Mã một lần",
  enter: "Kết nối",
  wrongCode: "Mã không đúng hoặc đã hết hạn. Hãy tạo mã mới rồi nhập lại.",
  unreachable: "Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
};
