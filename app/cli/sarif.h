// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specdiagnostic.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

/// Collects diagnostics of files into a SARIF 2.1.0 log (OASIS standard; what GitHub's code scanning and editors read).
/// Files below `root` get relative addresses.
class SarifLog
{
public:
    explicit SarifLog(const QString &root);

    void add(const QString &file, const models::SpecDiagnostic &diagnostic);
    /// A file that could not be read: the run did not succeed.
    void addFailure(const QString &file, const QString &reason);
    QByteArray toJson() const;

private:
    QJsonObject location(const QString &file) const;
    int ruleIndex(const models::SpecDiagnostic &diagnostic);
    QJsonObject fingerprint(const QString &file, const models::SpecDiagnostic &diagnostic);

    QString m_root;
    QJsonArray m_rules, m_results, m_failures;
    QHash<QString, int> m_ruleIndexes;
    QHash<QByteArray, int> m_seen; ///< by fingerprint
};

} // namespace app
