// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/spec/spectemplates.h"

#include <expected>

namespace models {

/// Templates that the user saved: YAML files in a folder of theirs, headed like ours by comment lines, so that a file
/// that is passed on is a template at the other end too. Reads and writes files at once; GUI thread.
class OwnTemplates
{
public:
    explicit OwnTemplates(QString folder = standardFolder());
    /// templates under the program's configuration folder.
    static QString standardFolder();

    QString folder() const { return m_folder; }
    QList<SpecTemplate> all() const; ///< by title; ids start with "own/"
    /// A new file; what was saved under the same title before stays. The id, or why it could not be written.
    std::expected<QString, Problem> save(const QString &title, const QString &yaml) const;
    /// A YAML file of at most 4 MiB becomes a template.
    std::expected<QString, Problem> import(const QString &file) const;
    std::expected<void, Problem> exportTo(const QString &id, const QString &file) const;
    std::expected<void, Problem> remove(const QString &id) const;

private:
    QString pathOf(const QString &id) const;

    QString m_folder;
};

} // namespace models
