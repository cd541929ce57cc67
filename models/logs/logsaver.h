// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"
#include "models/logs/logdocument.h"

#include <memory>

namespace models {

/// Writes the lines that a document shows to a file, with time and rank in front if wanted; the
/// text of a line whole, as it came. A name that ends with .zst is compressed. Works in slices between
/// events, so a window stays alive. Lives in the GUI thread; the document must outlive it.
class LogSaver : public QObject
{
    Q_OBJECT
public:
    explicit LogSaver(const LogDocument &document, QObject *parent = nullptr);
    ~LogSaver() override;

    /// Answers with finished(). A file of that name is replaced once everything is written; destroying this object
    /// before leaves it as it was. `prefix`: time and rank in front of every line.
    void save(const QString &fileName, bool prefix);

signals:
    void progressed(double share);
    void finished(const k8s::Result<> &result);

private:
    void writeSlice();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
