// What the pages say in English: the same sections and texts as vi.ts has.

import type { Words } from "./languages";

export const copyButton = {
  copy: "Copy",
  copied: "Copied",
  failed: "The browser does not allow copying: select the text and press Ctrl+C",
} satisfies Words["copyButton"];

export const duration = {
  hours: "h",
  minutes: "min",
  seconds: "s",
} satisfies Words["duration"];

export const login = {
  title: "Log in",
  user: "User",
  password: "Password",
  enter: "Log in",
} satisfies Words["login"];

export const problemText = {
  unreachable: "The server cannot be reached. Check the network and try again.",
  other: (status: number) => `The server answered with error ${status}. Try again in a moment.`,
} satisfies Words["problemText"];

export const settingsBar = {
  settings: "Display",
  light: "Light",
  dark: "Dark",
  contrast: "High contrast",
  larger: "Text size",
} satisfies Words["settingsBar"];

export const start = {
  title: "One-stop desk",
  counter: "Counter and work list",
  counterFor: "Counter and specialist officers",
  office: "Chairman and administration",
  officeFor: "Chairman, vice-chairman, administrator",
  board: "Call board",
  boardFor: "The large screen of the waiting room",
} satisfies Words["start"];

export const officeApp = {
  title: "Chairman and administration",
  skip: "Skip to the main content",
  pages: "Pages",
  logOut: "Log out",
  password: "Change password",
  again: "Try again",
  loading: "Loading…",
  elsewhere: "This page is for the chairman and the administrator",
  elsewhereWhy: (name: string) => `${name} works on the counter page.`,
  counter: "Go to the counter page",
} satisfies Words["officeApp"];

export const officeAwait = {
  loading: "Loading…",
  again: "Try again",
  old: (time: string) => `What stands below is of ${time} and may be out of date.`,
} satisfies Words["officeAwait"];

export const officeCalendar = {
  title: "Calendar",
  year: (year: number) => `Year ${year}`,
  previous: "Year before",
  next: "Year after",
  month: (month: number) =>
    [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ][month - 1] ?? "",
  weekdaysShort: "Mo,Tu,We,Th,Fr,Sa,Su",
  hours: "Working hours",
  off: "Closed",
  special: "Holidays and made-up days",
  date: "Date",
  weekday: "Weekday",
  kind: "Kind",
  name: "Name",
  legendWorking: "Working day",
  legendOff: "Weekly day off",
  total: (count: string) => `${count} working days in the year`,
  none: "The calendar has no holiday of this year yet.",
  addDay: "Add a closure day",
  import: "Import the calendar (calendar.csv)",
  preview: "What the import would do",
  replace: "The file is the whole calendar: days that are not in it go",
  reason: "Reason",
  reasonHint: "For the journal, for example: no electricity in the ward",
  check: "Preview",
  added: (count: string) => `${count} days added`,
  removed: (count: string) => `${count} days removed`,
  changed: (count: string) => `${count} days changed`,
  moved: (count: string) => `Moves the due dates of ${count} open dossiers`,
  movedMore: (shown: string) => `The table shows only the first ${shown}.`,
  nothingMoved: "No dossier's due date moves.",
  code: "Dossier",
  procedure: "Procedure",
  dueBefore: "Due before",
  dueAfter: "Due after",
  wrongDate: "Type a date like 31/07/2023",
  propose: (year: number) => `See the days off of ${year} by law`,
  proposal: (year: number) => `Days off of ${year} by law`,
  newYearEve: "The five days of the lunar new year",
  nationalDay: "The day off beside the National Day",
} satisfies Words["officeCalendar"];

export const officeCatalogueChanges = {
  added: (count: string) => `Added: ${count} versions`,
  closed: (count: string) => `Closed: ${count} versions`,
  changed: (count: string) => `Changed: ${count} versions`,
  code: "Code",
  name: "Procedure",
  from: "In force from",
  to: "to",
  changes: "Changes",
  nothing: "(empty)",
} satisfies Words["officeCatalogueChanges"];

export const officeCataloguePage = {
  title: "Catalogue",
  search: "Search by code or name",
  list: "Versions of procedures",
  code: "Code",
  name: "Procedure",
  field: "Field",
  duration: "Time limit",
  level: "Online",
  from: "In force from",
  to: "to",
  state: "State",
  inForce: "In force",
  notInForce: "Not in force",
  versions: "Compare versions",
  import: "Import the catalogue (procedures.csv)",
  preview: "What the import would do",
  found: (from: string, to: string, total: string) => `${from}–${to} of ${total} versions`,
  previous: "Previous page",
  next: "Next page",
  none: "No procedure found.",
} satisfies Words["officeCataloguePage"];

export const officeCchcPart = {
  rows: "Rows of the reform report",
  figures: "Figures of the report's text",
  number: "No.",
  section: "Section",
  name: "Task, criterion",
  value: "Figure",
  share: "Share",
  source: "Where it is from",
  unknown: "– not known",
  notInBooks: "The desk's books do not follow this",
  notes: "Notes",
} satisfies Words["officeCchcPart"];

export const officeDataTable = {
  copy: "Copy table",
  none: "No rows.",
  sort: "Sort by",
} satisfies Words["officeDataTable"];

export const officeDateField = {
  hint: "dd/mm/yyyy",
  wrong: "No such date: type it like 31/07/2023",
} satisfies Words["officeDateField"];

export const officeDeviceForm = {
  title: "Add device",
  kind: "Kind",
  name: "Where it stands",
  nameHint: "For example: entrance, counter 2",
  add: "Get its code",
} satisfies Words["officeDeviceForm"];

export const officeDeviceParts = {
  nothing: "–",
} satisfies Words["officeDeviceParts"];

export const officeDevicesPage = {
  title: "Devices",
  add: "Add device",
  list: "Kiosks, boards, counter machines",
  id: "Device",
  kind: "Kind",
  name: "Where it stands",
  state: "State",
  online: "Online",
  offline: "Not reachable",
  seen: "Last seen",
  version: "Version",
  parts: "Printers, scanners",
  acts: "Actions",
  revoke: "Revoke",
  revokeTitle: (id: string) => `Revoke ${id}?`,
  revokeWhat: "The device cannot connect any more. To use it again, add it anew.",
  revokedDone: (id: string) => `${id} is revoked`,
  code: (id: string) => `Code of ${id}`,
  codeHint: "Type this code at the device when it runs for the first time.",
} satisfies Words["officeDevicesPage"];

export const officeDossierDialog = {
  title: (code: string) => `Dossier ${code}`,
  procedure: "Procedure",
  field: "Field",
  applicant: "Applicant",
  channel: "Channel",
  state: "State",
  officer: "Received by",
  assignee: "Worked by",
  received: "Received",
  due: "Due",
  resolved: "Resolved",
  outcome: "Against its limit",
  returned: "Returned",
  deadline: "How its due date comes about",
  history: "History",
  reason: "Reason",
  close: "Close",
  nobody: "–",
} satisfies Words["officeDossierDialog"];

export const officeDossierDialogs = {
  close: "Close",
  lists: "Figures",
  caption: "Dossiers",
  code: "Code",
  procedure: "Procedure",
  applicant: "Applicant",
  channel: "Channel",
  officer: "Received by",
  received: "Received",
  due: "Due",
  closed: "Result",
  state: "Now",
  outcome: "Against its limit",
  earlier: "Previous page",
  later: "Next page",
  rows: (from: string, to: string, total: string) => `${from}–${to} of ${total} dossiers`,
  rowsOfMany: (from: string, to: string, least: string) =>
    `${from}–${to} of more than ${least} dossiers`,
  none: "No dossiers.",
  now: "States are of now, not of the end of the period.",
  unsure: "not sure",
} satisfies Words["officeDossierDialogs"];

export const officeFeedbackPage = {
  title: "Feedback",
  average: "Average",
  averageDetail: (count: string) => `of ${count} ratings, 5 is best`,
  stars: "The ratings",
  star: (rating: number) => `${rating} points`,
  list: (count: string) => `Feedback: ${count}`,
  part: (from: string, to: string, all: string) =>
    `Feedback ${from}–${to} of ${all}, the latest first`,
  earlier: "Previous page",
  later: "Next page",
  at: "At",
  kind: "Kind",
  score: "Points",
  text: "Text",
  contact: "Contact",
  about: "About",
  answered: "Answered",
  notAnswered: "Not answered",
  none: "There is no feedback yet.",
  latestOnly: "Average and counts are of those in the table below only.",
} satisfies Words["officeFeedbackPage"];

export const officeFiguresPart = {
  all: "The figures of the period",
  figure: "Figure",
  value: "This period",
  share: "Share of those resolved",
  before: (period: string) => `Compared with (${period})`,
  difference: "Difference",
  points: "% points",
  against: (text: string) => `against the other period: ${text}`,
  main: "Main figures",
} satisfies Words["officeFiguresPart"];

export const officeForm06aPart = {
  title: "Form II.06a/VPCP",
  subtitle: (from: string, to: string) =>
    `Administrative procedures received and resolved, ${from} to ${to}`,
  unit: "In dossiers",
  number: "No.",
  field: "Field",
  total: "Total",
  copy: "Copy table",
  source: "Source: the desk's books; click a figure for the dossiers it counts.",
} satisfies Words["officeForm06aPart"];

export const officeFormDialog = {
  cancel: "Cancel",
} satisfies Words["officeFormDialog"];

export const officeGroupsPart = {
  title: "Figures by",
  total: "Total",
  earlyShare: "Share of early ones",
  none: "There are no figures of this period.",
} satisfies Words["officeGroupsPart"];

export const officeJournalPage = {
  title: "Journal",
  list: "Who did what",
  who: "Who",
  whoHint: "Login",
  act: "Act",
  all: "All acts",
  seq: "No.",
  at: "At",
  place: "Where",
  subject: "What it is about",
  reason: "Reason",
  first: "First page",
  earlier: "Previous page",
  later: "Next page",
  rows: (count: string) => `${count} acts`,
  show: "Show",
  none: "No such act in the part of the journal that was searched.",
} satisfies Words["officeJournalPage"];

export const officeLazy = {
  loading: "Loading…",
  failed: "The page could not be loaded. Reload it (F5).",
} satisfies Words["officeLazy"];

export const officeMonthsPart = {
  title: "Early, on time, late by month",
  chart: "Stacked bars by month; the figures are in the table beside it",
  month: "Month",
  early: "Share of early ones",
  none: "There are no figures of this period.",
} satisfies Words["officeMonthsPart"];

export const officePages = {
  today: "Today",
  period: "Period report",
  feedback: "Feedback",
  catalogue: "Catalogue",
  calendar: "Calendar",
  users: "Users",
  devices: "Devices",
  upkeep: "System state",
  journal: "Journal",
} satisfies Words["officePages"];

export const officePasswordDialog = {
  title: "Change password",
  old: "Present password",
  fresh: "New password",
  freshHint: "At least 8 characters",
  again: "New password once more",
  different: "The two are not the same",
  cancel: "Cancel",
  save: "Change password",
  done: "The password is changed. Please log in again.",
} satisfies Words["officePasswordDialog"];

export const officePeriod = {
  title: "Period report",
  choose: "Choose a period",
  today: "Today",
  week: "This week",
  month: (month: string) => `This month (${month})`,
  last_month: (month: string) => `Last month (${month})`,
  quarter: (part: string, year: string) => `Quarter ${part}/${year}`,
  half: (year: string) => `First half of ${year}`,
  year_to_date: (year: string) => `${year} until now`,
  last_year: (year: string) => `Year ${year}`,
  from: "From",
  to: "To",
  show: "Show this period",
  wrongOrder: "The end is before the beginning",
  missing: "Type a date like 31/07/2023",
  future: "The period ends after today: what is due before its end is counted as overdue already.",
  previous: "Period before",
  next: "Period after",
  compare: "Compared with",
  before: "Period before, of equal length",
  sameLastYear: "Same period last year",
  none: "Nothing",
  view: "Content",
  viewFigures: "Figures",
  view06a: "Form II.06a",
  viewCchc: "Reform report rows",
  asOf: (time: string) => `Figures of ${time}`,
  reload: "Load anew",
  sentence: "Sentence of the report",
  sentenceCopy: "Copy sentence",
  export: "Download",
  print: "Print this page (Ctrl+P)",
  exportOf: (kind: string) => `Download as ${kind}`,
  nothingBefore: "The books have no dossier in the period compared with: nothing to compare.",
} satisfies Words["officePeriod"];

export const officeProblemText = {
  missing:
    "This version of the server does not have this yet. Ask the administrator to upgrade it.",
  forbidden: "Your role may not see this.",
} satisfies Words["officeProblemText"];

export const officeReformRows = {
  row1: "Documents issued to direct the reform",
  row2: "Units inspected for the reform",
  row3: "News and articles about the reform",
  row4: "Reform models and initiatives applied",
  row5: "Funds for the reform",
  row6: "Legal documents issued",
  row7: "Legal documents proposed for amendment, repeal or replacement",
  row9: "Procedures resolved at the one-stop desk",
  row10: "Procedures resolved with linked agencies",
  row11: "Share of ward civil servants up to standard",
  row12: "Share of ward officials up to standard",
  row13: "Officials, civil servants and employees trained",
  row16: "Staff positions reduced",
  row17: "Staff disciplined (reprimand or more)",
  row18: "Civil servants recruited",
  row19: "Public employees recruited",
  row20: "Heads and deputies of departments and districts appointed",
  row21: "Heads and deputies of units below departments and districts appointed",
  row22: "Civil servants rotated to other positions",
  row23: "Public service units",
  row24: "Public service units that cover their regular expenses",
  row25: "Agencies with fixed staff and funds",
  row26: "Public service units with autonomy",
  row27: "Public service units run financially like enterprises",
  row28: "Documents sent out",
  row29: "Of these sent electronically",
} satisfies Words["officeReformRows"];

export const officeSecretDialog = {
  once: "Shown this once. Copy it or write it down before closing.",
  close: "I have noted it",
} satisfies Words["officeSecretDialog"];

export const officeRegister = {
  title: "Import a register",
  what: "The file is read and judged first and nothing is stored; the room goes on. Once all is right it is taken in, the whole register or nothing.",
  file: "Register (register.csv)",
  tooLong:
    "The file is longer than 16 MB: import it on the server with motcua-core import register.",
  repair: "Mend damage by its likely reading",
  judging: (file: string) => `Judging ${file}…`,
  importing: (file: string) => `Writing ${file} into the books, the counters wait some seconds…`,
  soFar: (rows: string, done: string, whole: string) => `${rows} rows, ${done} of ${whole}`,
  cancel: "Leave this file",
  judged: (file: string, rows: string, good: string, bad: string) =>
    `${file}: ${rows} rows read, ${good} good, ${bad} bad.`,
  same: (count: string) => `${count} rows are stored like this already`,
  passedColumns: (names: string) => `passed over: the column “${names}”`,
  futureRows: (count: string, line: string, at: string) =>
    `${count} rows tell of a moment that has not come yet, the first in line ${line} (${at})`,
  canBeRepaired: "Some of the damage has a likely reading: see the reasons.",
  canBeKept:
    "Some letters look as an old font leaves them, but may be right: names of other peoples.",
  repaired: (count: string, damage: string) => `${count} cells mended: ${damage}`,
  kept: (count: string, damage: string) => `${count} cells kept although they look so: ${damage}`,
  nothing: "No row is new.",
  reason: "Why (for the journal)",
  refusedFile: "Bad rows with reasons (CSV)",
  judgeRepaired: "Judge again, mending damage",
  judgeAsWritten: "Judge again, keeping those names",
  import: (count: string) => `Import ${count} dossiers`,
  imported: (file: string, at: string, added: string, same: string) =>
    `${file} was imported at ${at}: ${added} dossiers added, ${same} rows were there already.`,
  cancelled: (file: string) => `${file} was left, nothing was stored.`,
} satisfies Words["officeRegister"];

export const officeTableImport = {
  drop: "Drop a CSV or Excel file (.xlsx) here, or",
  choose: "Choose file…",
  format: "CSV or .xlsx, the first line names the columns",
  empty: "The file is empty.",
  too_long: "The file is larger than 8 MB: import it on the server with motcua-core import.",
  rows: (rows: string, same: string) => `${rows} rows, ${same} stored like this already`,
  bad: (count: string) =>
    `${count} places are wrong, nothing is stored. Correct and drop the whole file again.`,
  line: "Line",
  column: "Column",
  reason: "Why",
  whole: "(the row)",
  more: (count: string) => `and ${count} more`,
  blankRows: (count: string) => `${count} blank rows are passed over`,
  blankColumns: (count: string) => `${count} blank columns are passed over`,
  passedSheets: (names: string) => `passed over: the sheet “${names}”`,
  cancel: "Cancel",
  confirm: "Import",
  done: "Imported.",
  nothing: "The file changes nothing.",
  close: "Close",
} satisfies Words["officeTableImport"];

export const officeToday = {
  title: "Today",
  asOf: (time: string) => `Figures of ${time}, updated by themselves`,
  asOfOld: (time: string) => `Figures of ${time}`,
  lost: (time: string) => `Connection lost since ${time}. What stands below may be out of date.`,
  queue: "Queue",
  served: "Served",
  noShow: "No-show",
  issued: "Tickets issued",
  waits: "Waiting times",
  median: "Half waited at most",
  p90: "90 % waited at most",
  toldRightly: "Waited as long as told",
  longest: "Longest now",
  service: "Service (median)",
  dossiers: "Dossiers",
  received: "Received",
  dueToday: "Due today",
  late: (number: number, count: string) =>
    number === 1 ? "1 dossier is OVERDUE" : `${count} dossiers are OVERDUE`,
  lateName: "Overdue dossiers",
  lateOpen: "Show the overdue dossiers",
  notLate: "No dossier is overdue",
  lateUnknown: "How many dossiers are overdue is not known",
  counters: "Counters",
  counter: "Counter",
  counterName: "Name",
  ticket: "Serves",
  shut: "Closed",
  free: "Free",
  byHour: "By hour",
  hour: "Hour",
  byService: "By service",
  serviceName: "Service",
  byOfficer: "By officer",
  officer: "Officer",
  openDossiers: "In hand",
  hourChart: "Chart of tickets issued and served by hour; the figures are in the table beside it",
  noHours: "No ticket was issued today.",
  noOfficers: "No officer has a dossier.",
  showTable: "Figures by hour",
  unsure: (count: string) => `Open dossiers with an unsure due date: ${count}.`,
} satisfies Words["officeToday"];

export const officeUpkeep = {
  title: "System state",
  server: "Server",
  working: "Works",
  broken: "Broken: the books cannot be read",
  version: "Version",
  seq: "Journal number",
  clock: "Server's clock",
  backup: "Backup",
  backupNow: "Back up now",
  backupMaking: "Backing up and verifying…",
  backupDone: "The backup has begun",
  lastBackup: (at: string) => `The last sound one: ${at}`,
  lastFailed: (at: string) => `The backup of ${at} failed:`,
  daily: (at: string, keep: string) => `Made every day at ${at}, the last ${keep} are kept`,
  notDaily: "No time for a daily backup is set ([backup] daily_at in core.toml).",
  noBackup: "THERE IS NO SOUND BACKUP YET",
  oldBackup: (days: string) => `The last backup is ${days} days old`,
  noFolder: "No folder for backups is set: write [backup] folder into the server's core.toml.",
  folder: "Folder",
  backups: "Backups",
  name: "File",
  at: "At",
  size: "Size",
  verified: "Verified",
  ok: "Usable",
  bad: "BROKEN",
  notVerified: "Not verified",
  verification: "Verification of the books",
  verifyNow: "Verify now",
  verifyWhat:
    "Replays the journal, recomputes every figure, checks the hash chain; the room goes on.",
  verifying: "Verifying…",
  verifiedOk: (at: string) => `The books are right, verified at ${at}`,
  verifiedBad: (at: string, count: string) =>
    `${count} PLACES OF THE BOOKS ARE WRONG, verified at ${at}. Change nothing, call for help.`,
  verifiedWhat: (events: string, dossiers: string) =>
    `(${events} rows of the journal, ${dossiers} dossiers)`,
  problems: "What is wrong",
  never: "Not verified since the server started.",
  devices: "Printers and scanners",
  allWell: "All printers and scanners are well.",
  noParts: "No device has told its state yet.",
  device: "Device",
  parts: "State",
  nobody: "Not reachable",
  journal: "Show the journal of acts",
} satisfies Words["officeUpkeep"];

export const officeUsers = {
  title: "Users",
  add: "Add user",
  list: "Who may log in",
  login: "Login",
  loginHint: "Lower case a–z, digits, dot, dash; for example lan.nguyen",
  name: "Full name",
  role: "Role",
  state: "State",
  acts: "Actions",
  active: "Active",
  disabled: "Disabled",
  edit: "Edit",
  disable: "Disable",
  enable: "Enable",
  reset: "Reset password",
  editTitle: (login: string) => `Edit ${login}`,
  save: "Save",
  added: (login: string) => `${login} was added`,
  passwordOf: (login: string) => `Password of ${login}`,
  passwordHint: "They log in with it and then choose their own password.",
  saved: "Saved",
  disableTitle: (login: string) => `Disable ${login}?`,
  disableWhat: "They are logged out at once and cannot log in any more. Dossiers stay as they are.",
  resetTitle: (login: string) => `Reset the password of ${login}?`,
  resetWhat: "The old password ends, and they are logged out everywhere.",
  disabledDone: (login: string) => `${login} is disabled`,
  enabledDone: (login: string) => `${login} is enabled`,
  self: "(you)",
} satisfies Words["officeUsers"];

export const officeVersionMembers = {
  name: "Name",
  field: "Field",
  duration: "Time limit",
  cutoff: "Received later counts from the next day",
  fee_vnd: "Fee",
  online_level: "Online level",
  sector: "Sector",
  linked_agencies: "Linked agencies",
  documents: "Papers to hand in",
  decision: "Decision",
  effective_from: "In force from",
  effective_to: "In force to",
} satisfies Words["officeVersionMembers"];

export const officeVersionsDialog = {
  title: (code: string) => `Versions of ${code}`,
  member: "Member",
  version: (date: string) => `From ${date}`,
  changed: "differs from the version before",
  only: "This procedure has only one version.",
  close: "Close",
} satisfies Words["officeVersionsDialog"];

export const counterActDialog = {
  do: "Record",
  doAnyway: "I have seen the changes, record anyway",
  cancel: "Cancel",
  reasonNeeded: "A reason is needed.",
  nothingChanged: "Nothing has changed.",
  done: (name: string) => `Recorded: ${name}.`,
  unreachable:
    "The server cannot be reached; what was typed is kept. Press again later: it is recorded once.",
  changed: "While you were typing this dossier was changed. What you typed is still here.",
  notAny: (state: string) => `The dossier is now “${state}”: this cannot be done any more.`,
} satisfies Words["counterActDialog"];

export const counterActFields = {
  reason: "Reason",
  note: "Note (optional)",
  items: "Papers and contents to supplement (one a line)",
  addItem: "Add to the list:",
  assignee: "Who works the next step (login)",
  assigneeHint: "Empty: nobody yet",
  agency: "Agency",
  external_code: "The dossier's code there (if any)",
  answer_due: "Answer due",
  new_appointment: "New appointment",
  return_channel: "How it is returned",
  recipient: "Who receives it",
  paid_vnd: "Amount taken (VND)",
} satisfies Words["counterActFields"];

export const counterActSpecs = {
  recipient: (name: string) => `Recipient: ${name}`,
} satisfies Words["counterActSpecs"];

export const counterApp = {
  title: "Counter – One-stop desk",
  loading: "Loading…",
  away: "The server cannot be reached yet. The page tries again by itself; what was typed is kept.",
  notForYou: "This page is for counter officers and specialists.",
  office: "Open the page of chairman and administrator",
  logOut: "Log out",
  toMain: "To the main content",
} satisfies Words["counterApp"];

export const counterApplicant = {
  title: "Applicant",
  name: "Full name",
  id_number: "ID number",
  phone: "Phone",
  address: "Address",
  email: "E-mail",
  birth_date: "Date/year born",
  nameIsScan:
    "This was scanned and is no name: clear it and scan again, or type what the card says.",
  nameIsNumber: "This is a number and no name: put it into its own field.",
  yearAlone: "Only the year is known, the day stays open.",
  unsaid: "Not said",
  scanHint: "Scan the QR code of the ID card to fill this in.",
  card: (sex: string, birth: string, issued: string) =>
    `Card: ${sex}, born ${birth}, issued ${issued}. Look at card and person.`,
  doubt: "Not all of the card is sure, check:",
  changed: "Changed from the card:",
  ticket: (code: string) => `Ticket ${code.split("-")[1] ?? code}`,
  untie: "Not of this ticket",
  asWritten: "The letters are right, as on the papers (a name of another people or country)",
  oddNumber: "An ID number usually has 12 digits (old ones 9): look again.",
} satisfies Words["counterApplicant"];

export const counterAttachments = {
  title: "Attachments",
  group: "Dossier",
  none: "No file yet.",
  drop: "Drop files here, or",
  choose: "Choose files",
  camera: "Camera",
  view: (name: string) => `View ${name}`,
  again: "Send again",
  giveUp: "Drop",
  failed: "Not sent",
  open: "Open in a new tab",
  close: "Close",
  sending: (name: string) => `Sending ${name}`,
  noPreview: "No preview of this type.",
} satisfies Words["counterAttachments"];

export const counterCamera = {
  title: "Picture of a paper",
  take: "Take and attach",
  close: "Close",
  none: "The camera cannot be opened: plug it in, allow this page to use it, then open again.",
  view: "The camera's picture",
} satisfies Words["counterCamera"];

export const counterCopies = {
  title: "Documents to certify",
  name: "Document (original)",
  pages: "Pages",
  copies: "Copies",
  remove: (name: string) => `Remove ${name}`,
  perCopy: "Fee per copy (VND)",
  total: (copies: number, fee: string) => `${copies} copies · ${fee}`,
  hint: "Enter in the last field: another row.",
  row: (index: number) => `row ${index}`,
} satisfies Words["counterCopies"];

export const counterCorrectForm = {
  name: "Full name",
  id_number: "ID number",
  phone: "Phone",
  address: "Address",
  email: "E-mail",
  birth_date: "Date/year born",
  channel: "Came",
  fee_vnd: "Fee (VND)",
  before: (value: string) => `Before: ${value}`,
  asWritten: "The letters are right, as on the papers (a name of another people or country)",
  empty: "(empty)",
  papers: "Papers handed in",
  paper: "Paper",
  originals: "Originals",
  certified: "Certified",
  copies: "Copies",
  remove: (name: string) => `Remove ${name}`,
  add: "Add a paper",
  papersBefore: (names: string) => `Before: ${names}`,
} satisfies Words["counterCorrectForm"];

export const counterCounterChoice = {
  title: "At which counter is this machine?",
  remembered: "The machine remembers the choice.",
  none: "At no counter (calls nobody)",
  counter: (number: number) => `Counter ${number}`,
  loading: "Loading the counters…",
  close: "Close",
} satisfies Words["counterCounterChoice"];

export const counterDeadlineSteps = {
  how: "How it is counted",
} satisfies Words["counterDeadlineSteps"];

export const counterDialogs = {
  other: "Call out of order",
  which: "Ticket",
  reason: "Reason (it is recorded)",
  reasonHint: "For instance: frail and alone, came back with a paper",
  cancel: "Cancel",
  nobody: "Nobody waits at this counter.",
  transfer: (number: string) => `Transfer ${number} to another service`,
  keeps: "The citizen keeps the time of arrival and the priority.",
  waitingCount: (count: number) => `${count} waiting`,
} satisfies Words["counterDialogs"];

export const counterDossierScreen = {
  group: "Dossier",
  loading: (code: string) => `Opening dossier ${code}…`,
  notFound: "This dossier cannot be opened.",
  back: "Back to my work",
  acts: "What can be done",
  noActs: "The dossier has ended: nothing is left to do.",
  history: "History",
  papers: "Print",
} satisfies Words["counterDossierScreen"];

export const counterDossierTable = {
  code: "Code",
  applicant: "Applicant",
  procedure: "Procedure",
  due: "Due",
  state: "State",
  person: "With",
  today: (time: string) => `today ${time}`,
  lateDays: (days: number) => (days === 0 ? "overdue today" : `${days} days overdue`),
  nobody: "nobody yet",
  unsure: "not sure",
  sort: "Sort by",
} satisfies Words["counterDossierTable"];

export const counterDraft = {
  paper: (name: string, pages: number, copies: number) =>
    `${name} (${pages} pages × ${copies} copies)`,
} satisfies Words["counterDraft"];

export const counterDraftTabs = {
  drafts: "Open drafts",
  blank: "New",
  add: "Open a new draft (Alt+N)",
  close: (title: string) => `Close the draft ${title}`,
  sending: "waiting for the server",
  done: "received",
} satisfies Words["counterDraftTabs"];

export const counterDueBox = {
  title: "Appointment",
  none: "Choose a procedure to see it.",
  noLimit: "The procedure has no time limit.",
  counting: "Counting…",
  later: "The server could not be asked: it is counted on receipt.",
  ifNow: "if received now",
} satisfies Words["counterDueBox"];

export const counterFacts = {
  applicant: "Applicant",
  id_number: "ID number",
  phone: "Phone",
  address: "Address",
  email: "E-mail",
  received: "Received",
  submitted: "Submitted online",
  channel: "Came",
  by: "Received by",
  assignee: "With",
  step: (step: number) => `step ${step}`,
  nobody: "nobody yet",
  fee: "Fee",
  paid: (paid: string) => `${paid} paid`,
  due: "Due",
  appointment: "Appointment",
  resolved: "Result",
  returned: "Returned",
  papers: "Papers handed in",
  noPapers: "No papers are written down.",
  paper: "Paper",
  originals: "Originals",
  certified: "Certified",
  copies: "Copies",
  agencies: "Agencies",
  handed: (at: string) => `handed over ${at}`,
  notAcknowledged: "not acknowledged",
  acknowledged: (at: string) => `acknowledged ${at}`,
  answerDue: (at: string) => `answer due ${at}`,
  answered: (at: string) => `answered ${at}`,
  pauses: "Pauses",
  pause: (from: string, to: string) => `${from} – ${to}`,
  stillPaused: "now",
} satisfies Words["counterFacts"];

export const counterFeeAndChannel = {
  fee: "Fee (VND)",
  asRule: (fee: string) => `By the procedure: ${fee}`,
  channel: "Came",
} satisfies Words["counterFeeAndChannel"];

export const counterHeader = {
  screens: "Screens",
  group: "General",
  intake: "Intake",
  work: "My work",
  counter: (number: number, name: string) => `Counter ${number}${name ? ` · ${name}` : ""}`,
  noCounter: "No counter",
  chooseCounter: "Change counter",
  search: "Find a dossier",
  searchHint: "Code, name, ID number",
  menu: "Account and display",
  logOut: "Log out",
  help: "Keys",
  late: (count: number) => `${count} overdue`,
} satisfies Words["counterHeader"];

export const counterHistoryList = {
  reason: "Reason",
  system: "The system",
} satisfies Words["counterHistoryList"];

export const counterHistorySentence = {
  entered: "took it from the register",
  receive: (channel: string) => `received the dossier ${channel}`.trim(),
  forward: (to: string) => (to ? `forwarded it to ${to}` : "forwarded it to the next step"),
  "hand-over": (agency: string, due: string) =>
    `handed it over to ${agency}${due ? `, answer due ${due}` : ""}`,
  acknowledge: (agency: string) => `noted: ${agency} has it`,
  answer: (agency: string) => `noted: ${agency} has answered`,
  reappoint: (to: string) => `apologised; new appointment ${to}`,
  return: (channel: string) => `returned the result ${channel}`.trim(),
  pay: (amount: string) => `took ${amount}`,
  digitise: (name: string) => `attached ${name}`,
  "move-due": (to: string) => `due date moved to ${to}, as the calendar changed`,
  correct: (what: string) => `corrected ${what}`,
  applicant: "the applicant",
  channel: "the channel",
  fee_vnd: "the fee",
  papers: "the papers",
  from: (before: string, after: string) => `from “${before}” to “${after}”`,
  empty: "empty",
} satisfies Words["counterHistorySentence"];

export const counterIntakeScreen = {
  title: "Receive a dossier",
  group: "Intake",
  receive: "Receive and print",
  receiveNext: "Receive, another one for this person",
  refuse: "Refuse…",
  newDraft: "New draft",
  closeDraft: "Close the draft",
  nextDraft: "Next draft",
  tickAll: "All papers are there (tick all)",
  waiting:
    "Waiting for the server; what was typed is kept. It is sent once when the network is back.",
  tooMany: (most: number) => `Only ${most} drafts can be open: close one first.`,
  name: "Type the applicant's name.",
  procedure: "Choose a procedure.",
  otherErrors: "The server says:",
} satisfies Words["counterIntakeScreen"];

export const counterLateBand = {
  late: (count: number) => `${count} of your dossiers ${count === 1 ? "is" : "are"} OVERDUE`,
  show: "Show them",
  lost: (since: string) =>
    `Disconnected from the server since ${since}. Go on typing: it is kept on this machine.`,
} satisfies Words["counterLateBand"];

export const counterPapers = {
  title: "Papers handed in",
  paper: "Paper",
  originals: "Originals",
  certified: "Certified",
  copies: "Copies",
  hint: "Space: 1 copy · Enter: 1 copy, and next · 2–9: copies · C: original · T: certified",
  all: "All",
  extra: "Another paper",
  add: "Add",
  none: "The procedure asks for no papers.",
  count: (done: number, all: number) => `${done}/${all}`,
  of: (column: string, name: string) => `${column}: ${name}`,
} satisfies Words["counterPapers"];

export const counterPrint = {
  printed: "Printed.",
  failed: "Not printed: look at the printer, then print again.",
  perhaps: "It is not known whether the paper came out: look at the printer, else print again.",
  noPaper: "The server could not make this paper: print again later.",
  frame: "Print",
} satisfies Words["counterPrint"];

export const counterProcedurePicker = {
  title: "Procedure",
  label: "Find a procedure",
  hint: "A few letters without marks, first letters (dkks) or the code; ↑ ↓ to choose, Enter.",
  none: "No such procedure is in force.",
  found: (count: number) => `${count} procedures`,
  change: "Change the procedure",
  loading: "Loading the procedures…",
} satisfies Words["counterProcedurePicker"];

export const counterQueue = {
  unreachable: "The server cannot be reached: it is not known whether this was done. Press again.",
  chooseFirst: "Choose a counter first.",
  stillCalled: (number: string) =>
    `${number} was called and has not come: recall (F4), start (F7) or no-show (Alt+V).`,
  somebodyElse: "Another counter took this ticket just now: look at the queue again.",
} satisfies Words["counterQueue"];

export const counterQueuePanel = {
  title: "Queue",
  group: "Queue",
  nobody: "Nobody called",
  calledTimes: (count: number) => `call ${count}`,
  callNext: "Call next",
  finishAndCall: "Done, call next",
  recallIn: (seconds: number) => `Recall in ${seconds}s`,
  start: "Start",
  noShow: "No-show",
  hold: "Hold",
  transfer: "Transfer",
  other: "Call another…",
  release: "Back into line",
  result: "Fetches result:",
  loading: "The queue is not loaded yet",
} satisfies Words["counterQueuePanel"];

export const counterReceive = {
  received: (code: string) => `${code} received.`,
  refused: (code: string) => `Refusal ${code} recorded.`,
  check: "The server did not take it: correct the marked fields.",
} satisfies Words["counterReceive"];

export const counterRefuseDialog = {
  explain: "The dossier is not received; a refusal with the reason is printed for the citizen.",
  reason: "Reason",
  needed: "Write the reason: the citizen has to know why, and what to do.",
  name: "Type the applicant's name first.",
  procedure: "Choose a procedure first.",
  refuse: "Refuse and print",
  cancel: "Cancel",
} satisfies Words["counterRefuseDialog"];

export const counterResultPanel = {
  received: "Received",
  refused: "Refused at intake",
  group: "Intake",
  due: "Appointment",
  noLimit: "no time limit",
  fee: "Fee",
  applicant: "Applicant",
  procedure: "Procedure",
  printing: "Printing…",
  printed: "The paper was sent to the printer.",
  notPrinted: "The paper was NOT printed: look at the printer, then print again.",
  perhaps: "It is not known whether it was printed: look at the printer.",
  again: "Print again",
  together: (count: number) => `Print one receipt for ${count} dossiers`,
  scan: "Scan papers",
  another: "Another dossier for this person",
  done: "Done",
  visit: "Dossiers of this visit",
} satisfies Words["counterResultPanel"];

export const counterRoute = {
  filled: (name: string) => `Filled from the card: ${name}. Compare it with the card.`,
  doubtful: "Not all of the card is sure: see the warning beside the applicant.",
  another: (name: string) => `Somebody else's card: a new draft was opened for ${name}.`,
  tooMany: (most: number) => `${most} drafts are open: close one and scan the card again.`,
  unknown: "What was scanned is no ID card, receipt or ticket of this office.",
} satisfies Words["counterRoute"];

export const counterScannerFolder = {
  title: "In the scanner's folder",
  group: "Dossier",
  none: "Scan papers with the scanner: they show here.",
  attach: "Attach",
  attachNewest: "Attach the newest scan",
  attachAll: (count: number) => `Attach all ${count} files of this dossier`,
  suggested: "has this dossier's code",
  ofOther: (code: string) => `has the code ${code}`,
  gone: "The file in the scanner's folder cannot be read: scan again.",
  preview: (name: string) => `Small picture of ${name}`,
} satisfies Words["counterScannerFolder"];

export const counterShortcutsOverlay = {
  title: "Keys that work now",
  close: "Close",
  scan: "Scan an ID card, a receipt or a ticket on any screen.",
} satisfies Words["counterShortcutsOverlay"];

export const counterSimilar = {
  title: "Other dossiers of this person",
  same: "Perhaps a duplicate: this person has handed in this procedure lately.",
  none: "No other one was found.",
  more: (count: number) => `and ${count} more`,
} satisfies Words["counterSimilar"];

export const counterStatus = {
  status: "Status",
  online: "Server",
  lost: (since: string) => `Disconnected since ${since}`,
  noAgent: "Prints by the browser",
  agentAway: "The counter program does not answer",
  receiptPrinter: "Receipt printer",
  saving: "Saving the draft…",
} satisfies Words["counterStatus"];

export const counterTicketDialog = {
  title: (code: string) => `Ticket ${code}`,
  state: "State",
  service: "Service",
  arrived: "Taken at",
  ahead: "People ahead",
  waited: "Waited",
  priority: "Priority",
  dossiers: "Dossiers of this visit",
  result: "Fetches the result of dossier",
  reEnter: "Is back: near the head of the line",
  back: (number: string) => `${number} is in line again.`,
  call: "Call this one…",
  release: "Back into line",
  close: "Close",
  loading: "Looking for the ticket…",
} satisfies Words["counterTicketDialog"];

export const counterWorkScreen = {
  title: "My work",
  group: "My work",
  mine: "Mine",
  ward: "The ward's",
  whose: "Whose dossiers",
  all: "All",
  filter: "Filter the list",
  filterHint: "Code, name, procedure",
  nothing: "Nothing is open.",
  nothingSo: "No such dossier in the list.",
  loading: "Loading…",
  problem: "The list could not be loaded; what is below may be old.",
  cut: (shown: string, all: string) =>
    `A long list: only the first ${shown} of ${all} in this order are loaded. Use the search.`,
  more: "Show more",
  found: (query: string, count: string) => `Found for “${query}”: ${count}`,
  searching: "Searching…",
  notFound: "Nothing found. Try the code, the name without marks, the ID number or the phone.",
  endSearch: "Back to my work",
  refresh: "Load again",
} satisfies Words["counterWorkScreen"];

export const kioskApp = {
  title: "Tickets and information",
  starting: "Starting…",
  startingDo: "If this takes more than a minute, please ask at the information desk.",
} satisfies Words["kioskApp"];

export const kioskBottomBar = {
  bar: "Controls",
  back: "Back",
  home: "Start",
  read: "Read aloud",
  stop: "Stop",
  large: "Large text",
  contrast: "Contrast",
} satisfies Words["kioskBottomBar"];

export const kioskDossier = {
  code: "Dossier",
  received: "Received on",
  step1: "Handed in",
  step2: "In work",
  step3: "Result",
  step4: "Handed out",
  fetch: "Take a number to fetch the result",
  supplement: "Take a number to hand in papers",
  rate: "Rate the service",
  progress: "Steps",
} satisfies Words["kioskDossier"];

export const kioskDossierWords = {
  submitted: "Your online application waits to be received",
  submittedDo: "You need not come yet. An officer will receive it or write to you.",
  inProgress: "Your dossier is being processed",
  come: (when: string) => `Come to fetch the result: ${when}`,
  noDate: "You will be told when the result is there.",
  overdue: "Your dossier is past its appointment. Please ask at the counter.",
  suspended: "Your dossier waits for papers from you",
  suspendedDo: "Please bring the papers named in the request to the counter where you applied.",
  ready: "The result is ready",
  readyDo: "Take a number to fetch it; have your receipt and identity card with you.",
  returned: (date: string) => `The result was handed out on ${date}`,
  returnedDo: "There is nothing more to do.",
  refused: "The dossier was not accepted or was refused",
  refusedDo: "The reason is in the notice sent to you. Please ask at the counter if needed.",
  withdrawn: "The dossier was withdrawn on request",
  stopped: "Work on the dossier was stopped",
  stoppedDo: "Please ask at the counter for the reason.",
  unsure: (years: string) =>
    `This date is not sure, for the office has not entered the days off of ${years}: please ask before you come`,
} satisfies Words["kioskDossierWords"];

export const kioskFaces = {
  rating: "How satisfied",
  r1: "Very dissatisfied",
  r2: "Dissatisfied",
  r3: "Neutral",
  r4: "Satisfied",
  r5: "Very satisfied",
} satisfies Words["kioskFaces"];

export const kioskFeedback = {
  title: "Are you satisfied?",
  about: "Scan your ticket or receipt to rate your own visit (not required).",
  aboutThis: (code: string) => `Rating of: ${code}`,
  why: "What was not good? (choose any)",
  send: "Send",
  write: "Write a complaint or suggestion",
  thanks: "Thank you",
  thanksFor: "Your opinion was recorded and goes to the chairman.",
  home: "Start",
  failed: "It could not be sent. Please try again.",
  manner: "Manner of service",
  slow: "Long wait",
  unclear: "Unclear guidance",
  again: "Had to come several times",
  place: "Uncomfortable waiting room",
} satisfies Words["kioskFeedback"];

export const kioskIdleQuestion = {
  question: "Do you need more time?",
  left: (seconds: string) => `Back to the start in ${seconds} seconds.`,
  more: "I need more time",
  done: "Finished",
} satisfies Words["kioskIdleQuestion"];

export const kioskKeyboard = {
  keyboard: "Keyboard",
  space: "Space",
  erase: "Delete",
  clear: "Clear",
  acute: "acute",
  grave: "grave",
  hook: "hook",
  tilde: "tilde",
  dot: "dot below",
} satisfies Words["kioskKeyboard"];

export const kioskLoaded = {
  loading: "Looking it up…",
  away: "Not possible just now",
  awayDo: "There is no connection to the server. Try again later, or ask at the counter.",
  notFound: "Not found",
  notFoundDo: "Please scan the square code on your paper again, or ask at the counter.",
  again: "Try again",
  home: "Start",
} satisfies Words["kioskLoaded"];

export const kioskNotPrinted = {
  failed: "Your ticket could not be printed",
  unknown: "The ticket may have come out: please look at the slot",
  yours: "The number kept for you",
  again: "Print again",
  noted: "I have noted this number",
  haveIt: "I have the ticket",
  what: "You may note the number and wait as usual, or ask at the information desk.",
  giveUp: "Give the number back",
  busy: "Printing again…",
} satisfies Words["kioskNotPrinted"];

export const kioskPlace = {
  title: "Your number",
  next: "You are next",
  ahead: (count: string) => `${count} ahead of you`,
  wait: (text: string) => `About ${text}`,
  waitUnknown: "Waiting time not known yet",
  called: (counter: string) => `You are called: please go to counter ${counter}`,
  serving: (counter: string) => `Being served at counter ${counter}`,
  held: "Your number is on hold until you are back",
  reEnter: "I am back, put me in line",
  noShow: "This number was called and nobody came",
  done: "This number has been served",
  expired: "This number is of another day",
  newNumber: "Take a new number",
  rate: "Rate the service",
  failed: "That did not work. Try again, or ask an officer.",
} satisfies Words["kioskPlace"];

export const kioskProcedure = {
  papers: "Papers to bring",
  noPapers: "Please ask at the counter.",
  fee: "Fee",
  time: "Time needed",
  online: "Online",
  linked: (agencies: string) => `Together with: ${agencies}`,
  take: (name: string) => `Take a number: ${name}`,
  takeAny: "Choose a service to take a number",
  gone: "This procedure is no longer in the catalogue",
  home: "Start",
} satisfies Words["kioskProcedure"];

export const kioskProcedures = {
  title: "Procedures",
  typed: "Type the name, marks are not needed",
  byName: "By name",
  byField: "By field",
  byLetter: "A–Z",
  most: "Most wanted",
  nothing: "Nothing found. Delete some letters, or look by field.",
  found: (count: string) => `${count} procedures`,
  all: "All fields",
  loading: "Loading…",
  failed: "The procedures could not be loaded. Try again, or ask an officer.",
  again: "Try again",
  copy: (date: string) => `This machine's copy of ${date}`,
  more: "Type more letters to narrow down",
} satisfies Words["kioskProcedures"];

export const kioskScan = {
  title: "My dossier",
  scan: "Hold your receipt to the scanner",
  scanFor: "Turn the square code to the light, about 15 cm away.",
  noScanner: "The scanner does not work. Please type the code on your receipt.",
  type: "Cannot scan? Type the code",
  typed: "Code on the receipt",
  look: "Look it up",
} satisfies Words["kioskScan"];

export const kioskProcedureWords = {
  until: (time: string, cutoff: string) => `${time}; handed in after ${cutoff}: the next one`,
  noFee: "No fee",
  counterOnly: "At the counter only",
  partlyOnline: "Partly online",
  fullyOnline: "Fully online",
} satisfies Words["kioskProcedureWords"];

export const kioskScanNotice = {
  card: "Card read. To take a number, touch the service you need; the officer scans the card at the counter.",
  unknown: "This code is not known. Please scan the square code on your receipt or ticket.",
} satisfies Words["kioskScanNotice"];

export const kioskScroller = {
  up: "Up",
  down: "Down",
} satisfies Words["kioskScroller"];

export const kioskService = {
  take: "Take a number",
  takeFor: "Your ticket prints at once",
  takeWithout: "Take a number without the receipt",
  priority: "I have priority",
  priorityFor:
    "Touch what applies to take a priority number. The officer will look at your papers.",
  papers: "Papers to bring, fees, time needed",
  scan: "Hold your receipt to the scanner",
  scanFor: "A number taken by the receipt has your dossier with it, which is quicker.",
  closed: "This service is closed now",
  closedDo: "Please choose another service, or come when it is open.",
  others: "Choose another service",
} satisfies Words["kioskService"];

export const kioskStart = {
  title: "Touch the service you need",
  services: "Services",
  waiting: (count: string) => `${count} waiting`,
  nobody: "Nobody is waiting",
  wait: (text: string) => `about ${text}`,
  waitUnknown: "waiting time not known yet",
  notKnown: "Waiting cannot be shown just now",
  closed: "Closed now",
  opens: (hours: string) => `Closed now, open ${hours}`,
  procedures: "Procedures",
  proceduresFor: "Papers, fee, time needed",
  dossier: "My dossier",
  dossierFor: "Scan your receipt",
  dossierByCode: "By the code on your receipt",
  feedback: "Feedback",
  feedbackFor: "Tell us your opinion",
} satisfies Words["kioskStart"];

export const kioskTicket = {
  printing: "Printing your ticket…",
  printingDo: "One moment please",
  slow: "The machine is busy, your ticket is still being printed…",
  refused: "No number could be taken",
  refusedDo: "Please choose again, or ask at the information desk.",
  unreachable: "The ticket machine does not answer",
  unreachableDo: "No ticket was printed. Try again, or ask at the information desk.",
  again: "Try again",
  home: "Start",
  noted: "Please remember your number",
} satisfies Words["kioskTicket"];

export const kioskTicketDone = {
  take: "Please take your ticket",
  remember: "Please remember your number",
  yours: "Your number",
  first: "You are next",
  ahead: (count: string) => `${count} ahead of you`,
  wait: (text: string) => `About ${text}`,
  waitUnknown: "Waiting time not known yet",
  offline: "Issued without a connection: it will be called in its turn.",
  listen: "Please take a seat, and watch and listen for your number.",
  done: "Done",
} satisfies Words["kioskTicketDone"];

export const kioskTopBar = {
  offline: (since: string) =>
    `No connection to the server${since && ` since ${since}`}. You can still take a number; waiting times and progress cannot be shown.`,
  away: "The machine is restarting, please wait a moment…",
  practice: "PRACTICE – numbers are not valid",
} satisfies Words["kioskTopBar"];

export const kioskWait = {
  minutes: (count: string) => `${count} min`,
} satisfies Words["kioskWait"];

export const kioskWriting = {
  title: "Complaint or suggestion",
  text: "Your words",
  textFor: "Type here",
  contact: "Phone number for an answer",
  contactFor: "Not required",
  send: "Send",
} satisfies Words["kioskWriting"];

export const board = {
  board: "Call board",
  counter: "Counter",
  counters: "Counters",
  free: "Free",
  closed: "Closed",
  lastCalls: "Latest calls",
  newest: "Now calling",
  nobody: "Please wait for your number",
  waiting: "Waiting",
  people: (count: string) => `${count} waiting`,
  wait: (text: string) => `about ${text}`,
  lost: (time: string) => `Connection lost at ${time} – these numbers may be out of date`,
  tooOld: (time: string) => `Connection lost at ${time}`,
  tooOldDo: "Please listen for your number at the counters.",
  connecting: "Connecting to the server…",
  connectingDo: "If this takes long: check the network and the office's server.",
  soundBlocked: "Press to turn sound on",
  soundMissing: (names: string) => `Missing sounds: ${names}`,
  noSounds: "No sounds for speaking numbers, chime only",
  clock: "Server's time",
  enrol: "Connect this board",
  enrolHelp:
    "An administrator makes a one-time code for a device of kind “board” (Devices, or motcua-core device enrol). Enter it here.",
  code: "One-time code",
  enter: "Connect",
  wrongCode: "The code is wrong or has expired. Make a new one and enter that.",
  unreachable: "The server cannot be reached. Check the network and try again.",
} satisfies Words["board"];
