// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace k8s {

/// The lines of one log, over any number of connections, each handed out once. The server can resume only at a full
/// second (the API server drops the fraction of sinceTime), so the lines of the last two seconds are remembered by
/// their hash and dropped when they come again. Lines are "RFC3339Nano SPACE text". Any thread, one at a time.
class LogLines
{
public:
    /// Gets whole lines, each with its line feed; a line longer than longestLine comes in pieces, only the last of
    /// which ends with a line feed. Bytes are exact.
    using Deliver = std::function<void(std::string_view lines)>;
    static constexpr size_t longestLine = 1024 * 1024;

    LogLines() = default;
    /// Drops lines before `since` (RFC 3339 with nanoseconds as the server wrote it).
    explicit LogLines(const QByteArray &since);

    void feed(std::string_view bytes, const Deliver &deliver);
    /// The log ended: hands out a last line without line feed (one is added).
    void end(const Deliver &deliver);
    /// The connection broke: what comes next begins at resumeTime() and repeats lines.
    void interrupted();
    /// RFC 3339 in full seconds, for sinceTime; empty if no line was seen yet.
    QByteArray resumeTime() const;
    /// Whether a line with this time stamp is older than the first that was seen, or newer than the last.
    enum class Side
    {
        Before,
        Within,
        After
    };
    Side sideOf(std::string_view line) const;

private:
    void takeLines(std::string_view lines, const Deliver &deliver);
    void takeRepeated(std::string_view line, const Deliver &deliver);
    void beginLongLine(const Deliver &deliver);
    std::string_view continueLongLine(std::string_view bytes, const Deliver &deliver);
    void handOutLong(std::string_view piece, const Deliver &deliver);
    void rememberLatest(std::string_view lines);
    void remember(std::string_view line);
    void expectRepeats();
    bool isRepeated(std::string_view line);
    bool isBeforeFirst(std::string_view line) const;

    std::string m_first; ///< nothing older than this time stamp is wanted
    std::string m_partial; ///< a line whose end has not come yet
    std::string m_second; ///< of the newest line, "2026-11-24T02:20:19"
    std::string m_zone; ///< "Z" or "+02:00"
    std::vector<quint64> m_thisSecond, m_secondBefore; ///< hashes of the lines of these seconds
    std::vector<quint64> m_repeated; ///< sorted: what is expected to come again
    bool m_comesAgain = false; ///< the last two seconds, with the next bytes
    bool m_resuming = false;

    std::string m_longHead; ///< beginning of the long line of which pieces were handed out
    quint64 m_longBytes = 0; ///< handed out of it
    quint64 m_skipBytes = 0; ///< still to be left out of it, because it comes again
    bool m_inLongLine = false;
};

} // namespace k8s
