import ReportCommandLine

@main
struct Main {
  static func main() async { await MRReportCommand.runAndExit() }
}
