/// How wide characters are, in thousandths of the font size: the wider of Inter and Liberation Sans (Arial's
/// metrics), so that a text never runs wider than reckoned in either. Digits are all as wide as the widest,
/// as figures are set in tabular numerals.
enum AdvanceWidths {
  /// U+0020 to U+007E, weight 400.
  static let regular: [Int] = [
    281, 278, 408, 646, 638, 831, 732, 225, 362, 362, 551, 659, 280, 460, 276, 372, 642, 642, 642, 642, 642,
    642, 642, 642, 642, 642, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727, 730, 598, 587, 743, 741, 339,
    543, 652, 562, 907, 760, 781, 635, 781, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 372, 362, 572,
    452, 497, 564, 621, 558, 621, 582, 361, 615, 618, 258, 258, 544, 258, 935, 618, 605, 615, 615, 413, 523,
    364, 618, 557, 812, 540, 557, 541, 380, 551, 380, 659,
  ]

  /// U+0020 to U+007E, weight 700.
  static let bold: [Int] = [
    260, 325, 472, 650, 655, 901, 750, 266, 409, 409, 565, 680, 303, 469, 298, 413, 688, 688, 688, 688, 688,
    688, 688, 688, 688, 688, 298, 303, 680, 680, 680, 562, 1031, 748, 672, 752, 740, 613, 585, 761, 765,
    389, 570, 690, 567, 943, 813, 796, 648, 796, 660, 655, 668, 756, 748, 1036, 714, 724, 667, 409, 413,
    409, 572, 477, 497, 604, 635, 587, 635, 598, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619, 633, 633,
    454, 562, 434, 657, 586, 856, 578, 586, 572, 409, 551, 409, 680,
  ]

  /// Characters beyond ASCII that figures often set, at either weight.
  static let others: [UInt32: Int] = [
    0x00A0: 281, 0x00B1: 680, 0x00B2: 424, 0x00B3: 440, 0x00B7: 298, 0x00B9: 440, 0x00D7: 680, 0x2009: 200,
    0x200A: 100, 0x2010: 469, 0x2011: 469, 0x2013: 640, 0x2014: 1000, 0x2018: 228, 0x2019: 228, 0x201C: 500,
    0x201D: 500, 0x2026: 855, 0x2190: 955, 0x2192: 955, 0x2194: 1341, 0x2212: 680, 0x2264: 838, 0x2265: 838,
  ]

  /// The width of one character; combining marks have none, unknown ones are taken to be wide.
  static func width(_ scalar: Unicode.Scalar, bold isBold: Bool) -> Int {
    if (0x20...0x7E).contains(scalar.value) {
      return (isBold ? bold : regular)[Int(scalar.value) - 0x20]
    }
    if let known = others[scalar.value] { return known }
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x300...0x36F, 0xFE00...0xFE0F: return 0
    case 0x2070...0x209F: return 460
    case 0xA0...0x24F: return isBold ? 720 : 680
    case 0x370...0x58F: return isBold ? 780 : 740
    default: return wide(scalar)
    }
  }

  /// Scripts whose faces are not known here: an em and a little for a letter (CJK are an em wide, joined
  /// Arabic letters less), the ligatures that spell whole words and coloured pictures their real, larger
  /// widths.
  private static func wide(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0xFDFD: return 12_000
    case 0xFDF0...0xFDFC: return 2_800
    case 0x12000...0x1254F: return 3_000
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: return 1_400
    default: return 1_050
    }
  }

  /// Whether a character is of a script written from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko and
  /// the historical ones beside them).
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
