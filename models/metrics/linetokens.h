// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <string>
#include <string_view>
#include <vector>

namespace models {

/// A piece of a log line, as the scanner sees it.
struct LineToken
{
    enum class Kind : quint8 { Number, Word, Punctuation } kind = Kind::Punctuation;
    bool measured = false; ///< a number that ends where a number may end (not "10:20", "1.2.3", "3rd")
    bool integer = false;
    bool plain = false; ///< a number and nothing else: not 1.2.3, not 0x1f
    char punctuation = 0; ///< the character; '\x80' for anything that is not ASCII
    quint32 start = 0;
    quint32 end = 0; ///< without the unit
    quint32 unitEnd = 0; ///< after a unit that sticks to the number: "48.87GiB", "25%", "289it/s"
    double value = 0;

    bool is(char c) const { return kind == Kind::Punctuation && punctuation == c; }
    bool isNumber() const { return kind == Kind::Number; }
    bool isWord() const { return kind == Kind::Word; }
    std::string_view text(std::string_view line) const { return line.substr(start, end - start); }
    std::string_view unit(std::string_view line) const { return line.substr(end, unitEnd - end); }
};

/// Of ASCII only.
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }
constexpr bool isDigit(char c) { return unsigned(c - '0') <= 9; }
constexpr bool isLetter(char c) { return unsigned((c | 0x20) - 'a') <= 25; }
constexpr bool isWordChar(char c) { return isDigit(c) || isLetter(c) || c == '_'; }

/// Reads a number as logs write them: sign, thousands commas, exponent. Returns its end, or `at` if there is none.
const char *parseLogNumber(const char *at, const char *end, double &value);

/// A line without its CSI sequences (colours and the like), at most so many bytes of it; `clean` is reused memory.
void removeEscapes(std::string_view line, std::string &clean, size_t most = std::string_view::npos);

/// Splits a line into numbers, words and the rest. `tokens` is reused memory.
void tokenize(std::string_view line, std::vector<LineToken> &tokens);

} // namespace models
