// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// One entry of a table field: an environment variable, a volume, a label.
struct FormEntry
{
    QStringList cells;
    QString note {}; ///< of an entry that the form only shows: "from Secret hub, key token"
    bool operator==(const FormEntry &) const = default;
};

/// One field of a form. It stands for a place of the text, whether something stands there yet or not. Texts may come
/// from the document: plain text only.
struct FormField
{
    enum class Kind
    {
        Text,
        Number, ///< a whole number
        Choice,
        Flag,
        Gpus, ///< a number and a vendor
        Table,
        Parts ///< sections that the document lacks and may have: each can be added
    };
    /// How a value is written into the text.
    enum class Write
    {
        String,
        Number,
        Boolean,
        Quantity, ///< keeps the quotes it has
        Any, ///< a number where it looks like one
        Words, ///< a list of strings, shown as a command line
        Gpus,
        Environment,
        Labels, ///< a map of strings
        Volumes,
        Tolerations,
        ReplicaTypes
    };

    Kind kind = Kind::Text;
    Write write = Write::String;
    QString path; ///< "spec.pytorchReplicaSpecs.Worker.replicas": its name too
    QString label {}, toolTip {}, placeholder {};
    QString value {}; ///< as shown; empty if nothing is set
    bool set = false; ///< something stands in the text
    bool required = false;
    QString lockedBecause {}; ///< shown, but to be changed in the YAML only
    QStringList choices {}; ///< of Choice; vendors of Gpus; names of Parts
    bool open = false; ///< other values than the choices may be typed
    int minimum = 0;
    QString vendor {}; ///< Gpus: "nvidia.com/gpu"
    QStringList columns {}; ///< Table
    QStringList newRow {}; ///< Table: cells of an entry that is added
    QStringList rowKinds {}; ///< Table: kinds of entries that can be added; empty: one
    QList<FormEntry> rows {};
    int moreRows = 0; ///< entries that are not shown
    QStringList covers {}; ///< paths that the field stands for besides its own
    int firstLine = 0, lastLine = 0; ///< from 1; 0 if nothing stands in the text
    qsizetype position = 0; ///< where it stands, or the nearest thing around it; UTF-16 units

    bool operator==(const FormField &) const = default;
};

struct FormSection
{
    QString id; ///< "Worker", "runPolicy"
    QString title; ///< empty for the first
    bool opened = true; ///< worth showing at first sight
    QList<FormField> fields {};
    QString partOf {}; ///< path of the field of Parts that this section can be taken out by; empty: it has to stay
    bool operator==(const FormSection &) const = default;
};

/// What of one document can be edited without writing YAML.
struct SpecForm
{
    int document = 0;
    QString title; ///< "PyTorchJob digits-ddp"
    int firstLine = 1;
    QList<FormSection> sections {};
    int otherFields = 0; ///< values of the document that no field stands for
    bool operator==(const SpecForm &) const = default;

    const FormField *field(const QString &path) const;
};

/// One thing that a user does to a field.
struct FormEdit
{
    enum class Kind
    {
        Set,
        Clear, ///< takes it out of the text
        SetVendor,
        SetCell,
        AddRow, ///< value: the kind of entry, if there are several
        RemoveRow,
        AddPart, ///< value: its name
        RemovePart
    };
    Kind kind = Kind::Set;
    QString path;
    QString value {};
    int row = 0, column = 0;
};

/// A command line as words: quotes and backslashes as in a shell. False if a quote is open.
bool splitWords(const QString &line, QStringList &words);
QString joinWords(const QStringList &words);

} // namespace models
