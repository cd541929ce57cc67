// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace models {

class JobMetrics;
class LogDocument;
class RuleBook;

/// Reads the curves of the user's own rules from a document's lines: those that are there and those that come. A change
/// of the rules reads everything anew. Works in a thread of its own and only while there are rules that are on. Lives
/// in the GUI thread; book, document and metrics must outlive it.
class OwnCurves : public QObject
{
    Q_OBJECT
public:
    OwnCurves(const RuleBook &book, LogDocument &document, JobMetrics &metrics, QObject *parent = nullptr);
    ~OwnCurves() override;

    /// Every line that was there is read.
    bool isCaughtUp() const;

signals:
    void caughtUp();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
