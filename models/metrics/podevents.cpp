// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/podevents.h"

#include "k8s/core/plaintext.h"
#include "k8s/exec/podexec.h"
#include "models/metrics/eventfolder.h"
#include "models/metrics/jobmetrics.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostAtOnce = qint64(4) << 20; // bytes a round; where there is more, the next round follows at once
constexpr qint64 mostInAll = qint64(256) << 20; // of one folder, on the local disk
constexpr int longestPause = 60'000; // ms between rounds that fail
constexpr int noSuchFolder = 44; // exit code of the script

/// What every image with a shell has: no tar, no find. Arguments: folder, token, limit, then name and offset of each
/// known file. Writes "@token offset length name", the bytes, "@token." per file that has more.
const QString script = uR"(d=$1; t=$2; left=$3; shift 3
[ -d "$d" ] || [ -f "$d" ] || exit 44
for f in "$d" "$d"/*tfevents* "$d"/*/*tfevents* "$d"/*/*/*tfevents*; do
  [ -f "$f" ] || continue
  n=${f#"$d"/}; [ "$f" = "$d" ] && n=${f##*/}
  o=0; p=; for a in "$@"; do [ "$p" = "$n" ] && o=$a; p=$a; done
  s=$(wc -c <"$f") || continue
  s=$((s - o)); [ $s -gt 0 ] || continue
  [ $s -gt $left ] && s=$left
  printf '@%s %s %s %s\n' "$t" "$o" "$s" "$n"
  tail -c +$((o + 1)) "$f" | head -c $s
  printf '@%s.\n' "$t"
  left=$((left - s)); [ $left -gt 0 ] || break
done; exit 0)"_s;

} // namespace

bool isSafeName(const QString &name)
{
    const bool plain = std::ranges::none_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
    const QStringList parts = name.split(u'/');
    return plain && !name.isEmpty() && name.size() < 400 && !name.startsWith(u'/')
        && std::ranges::none_of(
               parts, [](const QString &part) { return part.isEmpty() || part == "."_L1 || part == ".."_L1; });
}

std::optional<QList<CopiedPiece>> copiedPieces(const QByteArray &answer, const QByteArray &token)
{
    QList<CopiedPiece> pieces;
    const QByteArray head = '@' + token + ' ', foot = '@' + token + ".\n";
    for (qsizetype at = 0; at < answer.size();) {
        const qsizetype end = answer.indexOf('\n', at);
        const QByteArray line = answer.mid(at, end - at);
        if (end < 0 || !line.startsWith(head))
            return {};
        const QByteArrayList words = line.split(' ');
        bool offsetGood = false, lengthGood = false;
        const qint64 offset = words.value(1).toLongLong(&offsetGood), length = words.value(2).toLongLong(&lengthGood);
        if (words.size() < 4 || !offsetGood || !lengthGood || offset < 0 || length < 0
            || length > answer.size() - end - 1 - foot.size()
            || QByteArrayView(answer).sliced(end + 1 + length, foot.size()) != foot)
            return {};
        pieces.append({QString::fromUtf8(words.sliced(3).join(' ')), offset, answer.mid(end + 1, length)});
        at = end + 1 + length + foot.size();
    }
    return pieces;
}

/// One folder, its local copy, and what reads that.
class PodEvents::Followed : public QObject
{
public:
    Followed(PodEvents &owner, const PodFolder &folder)
        : m_owner(owner)
        , m_folder(folder)
        , m_events(owner.m_metrics)
    {
        m_poll.setSingleShot(true);
        connect(&m_poll, &QTimer::timeout, this, [this] { ask(); });
        connect(&m_events, &EventFolder::changed, &m_owner, &PodEvents::changed);
        // The folder's own name becomes the name of the run whose files lie right in it.
        const QString name = folder.path.section(u'/', -1, -1, QString::SectionSkipEmpty);
        m_copy = m_local.path();
        if (isSafeName(name) && QDir(m_copy).mkpath(name))
            m_copy += u'/' + name;
        ask();
    }

    const PodFolder &folder() const { return m_folder; }
    void ask();
    QString remark() const;

private:
    void take(const k8s::Result<k8s::ExecResult> &answer);
    void takePieces(const QList<CopiedPiece> &pieces);
    void fail(const Problem &problem, bool forGood);

    PodEvents &m_owner;
    const PodFolder m_folder;
    QTemporaryDir m_local;
    QString m_copy;
    EventFolder m_events;
    QTimer m_poll;
    QByteArray m_token;
    QHash<QString, qint64> m_offsets; // by name
    qint64 m_bytes = 0;
    bool m_asking = false, m_answered = false, m_opened = false;
    int m_failures = 0;
    Problem m_problem;
};

void PodEvents::Followed::ask()
{
    if (std::exchange(m_asking, true))
        return;
    m_poll.stop();
    m_token = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    QStringList command {u"sh"_s,
                         u"-c"_s,
                         script,
                         u"pilothouse"_s,
                         m_folder.path,
                         QString::fromLatin1(m_token),
                         QString::number(mostAtOnce)};
    for (auto known = m_offsets.cbegin(); known != m_offsets.cend(); ++known)
        command << known.key() << QString::number(known.value());
    k8s::execInPod(*m_owner.m_client,
                   {.ns = m_folder.ns, .pod = m_folder.pod, .container = m_folder.container, .command = command},
                   {this, [this](const k8s::Result<k8s::ExecResult> &answer) { take(answer); }});
}

void PodEvents::Followed::take(const k8s::Result<k8s::ExecResult> &answer)
{
    using Kind = k8s::Error::Kind;
    m_asking = false;
    if (!answer) {
        const k8s::Error &error = answer.error();
        const bool noProgram = error.kind == Kind::Invalid && error.httpStatus == 0;
        if (noProgram)
            return fail({PodEvents::tr("No shell runs in %1: %2").arg(m_folder.pod, k8s::plainText(error.message, 300)),
                         PodEvents::tr("Name another container or pod that sees the same files.")},
                        m_answered);
        return fail(describe(error), error.kind == Kind::NotFound || error.kind == Kind::Forbidden);
    }
    if (answer->exitCode == noSuchFolder)
        return fail({PodEvents::tr("%1 has no folder %2 yet.").arg(m_folder.pod, m_folder.path),
                     PodEvents::tr("It is looked for again by itself.")},
                    false);
    const auto pieces = copiedPieces(answer->output, m_token);
    if (answer->exitCode != 0 || !pieces)
        return fail({PodEvents::tr("%1 could not be read in %2: %3")
                         .arg(m_folder.path, m_folder.pod,
                              k8s::plainText(answer->errors.isEmpty() ? QByteArray("?") : answer->errors, 300)),
                     {}},
                    false);
    m_problem = {};
    m_failures = 0;
    m_answered = true;
    takePieces(*pieces);
}

void PodEvents::Followed::takePieces(const QList<CopiedPiece> &pieces)
{
    qint64 bytes = 0;
    for (const CopiedPiece &piece : pieces) {
        if (!isSafeName(piece.name) || piece.offset != m_offsets.value(piece.name))
            continue;
        QFile file(m_copy + u'/' + piece.name);
        QDir().mkpath(QFileInfo(file).path());
        if (!file.open(QIODevice::Append) || file.write(piece.bytes) != piece.bytes.size())
            return fail({PodEvents::tr("%1 cannot be copied: %2").arg(piece.name, file.errorString()), {}}, true);
        m_offsets[piece.name] += piece.bytes.size();
        bytes += piece.bytes.size();
    }
    m_bytes += bytes;
    if (!m_opened && !m_offsets.isEmpty()) {
        m_opened = true;
        m_events.open(m_copy);
    }
    if (m_bytes >= mostInAll)
        return fail(
            {PodEvents::tr("The event files in %1 are larger than 256 MiB: no more is copied.").arg(m_folder.path), {}},
            true);
    m_poll.start(bytes >= mostAtOnce ? 0 : pollMilliseconds);
    emit m_owner.changed();
}

void PodEvents::Followed::fail(const Problem &problem, bool forGood)
{
    m_problem = problem;
    ++m_failures;
    if (!forGood)
        m_poll.start(std::min(pollMilliseconds << std::min(m_failures, 4), longestPause));
    emit m_owner.changed();
}

QString PodEvents::Followed::remark() const
{
    const QString name = u"%1:%2"_s.arg(m_folder.pod, m_folder.path);
    QStringList parts;
    if (m_opened)
        parts.append(PodEvents::tr("%1: %n point(s) of %2 event file(s), followed while the pod runs.", nullptr,
                                   int(m_events.pointCount()))
                         .arg(name)
                         .arg(m_events.fileCount()));
    else if (m_problem.isEmpty())
        parts.append(m_answered ? PodEvents::tr("%1: no event files yet.").arg(name)
                                : PodEvents::tr("Looking into %1…").arg(name));
    for (const Problem &problem : {m_problem, m_events.problem()}) {
        if (!problem.isEmpty())
            parts << problem.sentence << problem.remedy;
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

PodEvents::PodEvents(k8s::ApiClient *client, JobMetrics &metrics, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_metrics(metrics)
{
}

PodEvents::~PodEvents() = default;

bool PodEvents::isAvailable() const { return m_client != nullptr; }

void PodEvents::follow(const PodFolder &folder)
{
    if (!m_client || folder.path.isEmpty())
        return;
    for (const auto &known : m_folders) {
        if (known->folder() == folder)
            return known->ask();
    }
    m_folders.push_back(std::make_unique<Followed>(*this, folder));
    emit changed();
}

QStringList PodEvents::remarks() const
{
    QStringList all;
    for (const auto &folder : m_folders)
        all.append(folder->remark());
    return all;
}

} // namespace models
