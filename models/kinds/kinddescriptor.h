// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/jsonview.h"
#include "k8s/core/resourcetype.h"
#include "models/core/tone.h"

#include <QFlags>
#include <QString>

#include <functional>
#include <span>

namespace models {

/// One cell of a table, projected from one object on the net thread. A plain value.
struct Cell
{
    QString text; ///< what is shown; empty for SortKind::Age, whose text depends on the clock
    double sortKey = 0; ///< for SortKind::Number and Age (seconds since the epoch)
    Tone tone = Tone::Neutral;
    StateShape shape = StateShape::None;

    bool operator==(const Cell &) const = default;
};

enum class SortKind
{
    Text,
    Number, ///< by sortKey
    Age, ///< sortKey is a time in seconds since the epoch; shown as age, sorted youngest first
};

enum class ColumnAlign
{
    Left,
    Right
};

/// How a column wants to be painted.
enum class ColumnLook
{
    Plain,
    Strong, ///< the name that a row is known by
    State, ///< pill: shape, colour and word
    Curve, ///< sparkline, then a number
    Muted,
};

/// A column of a kind, for constant initialisation. `cell` may be null: the column is filled by somebody else
/// (ResourceTable::setCell).
struct Column
{
    const char *title = nullptr; ///< QT_TRANSLATE_NOOP("Kind", ...)
    Cell (*cell)(const k8s::JsonView &object) = nullptr;
    SortKind sort = SortKind::Text;
    ColumnAlign align = ColumnAlign::Left;
    ColumnLook look = ColumnLook::Plain;
    int width = 0; ///< in characters; 0: takes what is left
};

/// What can be done with an object of a kind.
enum class Verb
{
    Logs = 1,
    Edit = 2,
    Suspend = 4,
    Delete = 8,
    Scale = 16
};
Q_DECLARE_FLAGS(Verbs, Verb)
Q_DECLARE_OPERATORS_FOR_FLAGS(Verbs)

/// The state of a job of any framework, as one word of the API and what it means.
struct JobState
{
    QString word = QStringLiteral("Pending"); ///< Created, Pending, Running, Restarting, Suspended, Succeeded, Failed
    Tone tone = Tone::Waiting;
    StateShape shape = StateShape::Pending;
    QString reason; ///< machine word of the condition that says so, e.g. PyTorchJobFailed
    QString message; ///< the operator's own words

    bool operator==(const JobState &) const = default;
};

/// Replicas that a job wants and has.
struct JobReplicas
{
    int ready = 0; ///< running or succeeded
    int wanted = 0;
    int failed = 0;

    bool operator==(const JobReplicas &) const = default;
};

/// What only job kinds have.
struct JobTraits
{
    const char *podLabel; ///< label of the job's pods whose value is the job's name
    const char *suspendPath; ///< dotted path of the boolean that suspends, e.g. "spec.runPolicy.suspend"
    const char *mainContainer; ///< name of the container that trains; "" if the first one does
    JobState (*state)(const k8s::JsonView &job);
    JobReplicas (*replicas)(const k8s::JsonView &job);
};

/// Everything the program knows about one kind: the only place with knowledge of its fields.
struct KindDescriptor
{
    const char *group;
    const char *version;
    const char *plural;
    const char *kind;
    bool namespaced;
    const char *title; ///< QT_TRANSLATE_NOOP("Kind", "PyTorch jobs")
    std::span<const Column> columns;
    Verbs verbs;
    const char *templatePath = nullptr; ///< resource path of the YAML template, or null
    const JobTraits *job = nullptr; ///< null unless it is a job

    k8s::ResourceType type() const;
};

/// A column at run time; generic kinds make theirs from the server's printer columns.
struct TableColumn
{
    QString title;
    std::function<Cell(const k8s::JsonView &object)> cell; ///< empty: filled by setCell
    SortKind sort = SortKind::Text;
    ColumnAlign align = ColumnAlign::Left;
    ColumnLook look = ColumnLook::Plain;
    int width = 0;
};
using TableColumns = QList<TableColumn>;

/// A kind's columns with translated titles.
TableColumns columnsOf(const KindDescriptor &kind);
TableColumns columnsOf(std::span<const Column> columns);

} // namespace models
