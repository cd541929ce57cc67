// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace k8s {
class ApiClient;
}

namespace models {

class JobMetrics;

/// A folder as one container of a pod sees it: of its own disk, or where it mounts a PersistentVolumeClaim.
struct PodFolder
{
    QString ns {}, pod {}, container {}, path {};

    bool operator==(const PodFolder &) const = default;
};

/// TensorBoard's event files of folders inside pods: copied by `sh`, `tail` and `head` run in the container, again and
/// again while they grow, and read like a local folder. Needs the right to create pods/exec. Lives in the GUI thread;
/// the client and the metrics must outlive it.
class PodEvents : public QObject
{
    Q_OBJECT
public:
    /// Null: there is no cluster, and nothing can be followed.
    PodEvents(k8s::ApiClient *client, JobMetrics &metrics, QObject *parent = nullptr);
    ~PodEvents() override;

    bool isAvailable() const;
    /// Until the pod is gone. A folder that is followed already is asked for again at once.
    void follow(const PodFolder &folder);
    /// One sentence per folder: what was found, or why nothing was.
    QStringList remarks() const;

    static constexpr int pollMilliseconds = 10'000;

signals:
    void changed();

private:
    class Followed;
    k8s::ApiClient *m_client;
    JobMetrics &m_metrics;
    std::vector<std::unique_ptr<Followed>> m_folders;
};

/// One answer of the script that copies: which bytes of which file. Pure.
struct CopiedPiece
{
    QString name {}; ///< relative to the folder
    qint64 offset = 0;
    QByteArray bytes {};
};
/// Nothing if the answer is not one of the script with this token, or was cut off.
std::optional<QList<CopiedPiece>> copiedPieces(const QByteArray &answer, const QByteArray &token);
/// Whether a relative name may become a local file: no way out of the folder, no control characters.
bool isSafeName(const QString &name);

} // namespace models
