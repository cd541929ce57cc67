// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <expected>
#include <memory>
#include <optional>
#include <string_view>

namespace models {

/// How a user reads one curve from log lines.
struct OwnRule
{
    QString name {}; ///< of the curve
    bool expression = false; ///< else `pattern` is text, in which {value}, {step} and {epoch} stand for numbers
    QString pattern {};
    QString valueGroup {}, stepGroup {},
        epochGroup {}; ///< of an expression; empty: the group of that name, if there is one
    QString example {}; ///< a line that it is meant for
    bool on = true;

    bool operator==(const OwnRule &) const = default;
};

/// What is wrong with a rule, at which place of its pattern.
struct RuleHint
{
    QString sentence {};
    qsizetype position = -1; ///< character of the pattern; -1: the whole

    bool operator==(const RuleHint &) const = default;
};

/// A part of a line, in bytes.
struct ByteSpan
{
    qsizetype start = -1, length = 0;

    bool isThere() const { return start >= 0; }
    bool operator==(const ByteSpan &) const = default;
};

/// What a rule reads from one line.
struct RuleMatch
{
    double number = 0;
    std::optional<double> step {}, epoch {};
    ByteSpan whole {}, valueAt {}, stepAt {}, epochAt {};
};

/// A rule made ready to read lines. An expression that goes back and forth without end is stopped after some thousand
/// steps, so that a line costs microseconds whatever the user wrote. Not thread safe; copies share nothing that counts.
class RuleMatcher
{
public:
    /// The hint is a sentence for the user. Any thread.
    static std::expected<RuleMatcher, RuleHint> compile(const OwnRule &rule);
    RuleMatcher(RuleMatcher &&other) noexcept;
    RuleMatcher &operator=(RuleMatcher &&other) noexcept;
    ~RuleMatcher();

    const OwnRule &rule() const;
    /// Names of the groups, in the order of their numbers; groups without a name are "1", "2" ...
    const QStringList &groups() const;
    /// `line` without escape sequences (readableLine()). Nothing if the line does not fit or its value is no number.
    std::optional<RuleMatch> match(std::string_view line);
    /// Text of a value that fitted and is no number; empty if that never happened.
    const QString &notNumber() const;
    /// Lines that were left because the expression took too long.
    qint64 stoppedLines() const;

private:
    class Private;
    explicit RuleMatcher(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

/// Names of the groups of an expression; empty if it is none.
QStringList groupsOf(const QString &expression);

/// The bytes of a line as a rule sees them: without escape sequences, of a progress bar redrawn with \r only the last
/// state, at most 4 KiB. The result may point into `buffer`.
std::string_view readableLine(std::string_view line, std::string &buffer);

} // namespace models
