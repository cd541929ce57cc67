// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace models {

/// A template of the gallery: a file of resources/templates whose first comment lines say what it is.
struct SpecTemplate
{
    QString id; ///< file name without ending: "pytorchjob-ddp"
    QString title; ///< "PyTorchJob, DistributedDataParallel"
    QString kind; ///< "PyTorchJob"
    QString group; ///< what it is for: "training", "serving", "notebooks", "tuning", "storage"
    QString description;
    QString text; ///< without the lines that say what it is
};

/// What a file of a template says; without an id.
SpecTemplate templateOf(const QString &text);
/// All templates in the order of the gallery. Reads resources; any thread.
QList<SpecTemplate> specTemplates();
/// Empty id if there is none.
SpecTemplate specTemplate(const QString &id);

} // namespace models
