// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/frameworks.h"
#include "k8s/spec/schema.h"
#include "k8s/spec/textlayout.h"
#include "k8s/spec/textpatch.h"
#include "models/spec/schemastore.h"
#include "models/spec/specform.h"

#include <QCoreApplication>

#include <span>

namespace models {

/// A field of a kind that the form knows. Texts are literals, marked for translation in the context "SpecForm".
struct KnownField
{
    const char *path; ///< below the place that the list is about, "a.b"
    const char *label;
    FormField::Kind kind = FormField::Kind::Text;
    FormField::Write write = FormField::Write::String;
    const char *choices = ""; ///< separated by blanks
    const char *placeholder = "";
    const char *help = ""; ///< where the schema has no description
};

/// Makes fields of what stands at places of one document. Any thread; lives as long as one form is made.
class FormFields
{
public:
    FormFields(const k8s::SpecText &text, int document, k8s::SchemaPtr schema);

    k8s::SpecValue root() const { return m_root; }
    const k8s::SchemaPtr &schema() const { return m_schema; }
    FormField known(const QString &base, const KnownField &known) const;
    QList<FormField> known(const QString &base, std::span<const KnownField> fields) const;
    /// CPU, memory and GPUs at a place of requests and limits.
    QList<FormField> resources(const QString &base) const;
    FormField environment(const QString &path) const;
    FormField labels(const QString &path, const QString &label) const;
    FormField volumes(const QString &mounts) const;
    FormField tolerations(const QString &path) const;
    /// Replica types that the job has not, and may have.
    FormField replicaTypes(const k8s::Framework &framework) const;
    /// A scalar of which only the schema knows something.
    FormField plain(const QString &path) const;
    int lineOf(k8s::SpecValue value) const;

private:
    void place(FormField &field) const;
    void describe(FormField &field) const;
    void read(FormField &field, k8s::SpecValue value) const;
    void readWords(FormField &field, k8s::SpecValue list) const;
    void readGpus(FormField &field) const;
    k8s::SpecValue at(const QString &path) const;

    const k8s::SpecText &m_text;
    k8s::TextLayout m_layout;
    k8s::SpecValue m_root;
    k8s::SchemaPtr m_schema;
};

/// "a" below "b.c": "b.c.a"; keys with dots in brackets.
QString below(const QString &base, const QString &key);
/// Known names of GPU resources; the first is offered first.
QStringList gpuVendors();
bool isGpuResource(const QString &name);

struct FormText
{
    Q_DECLARE_TR_FUNCTIONS(SpecForm)
};

} // namespace models
