// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/conversion.h"
#include "models/spec/convert/sourcecomments.h"
#include "models/spec/convert/yamlout.h"

#include <vector>

namespace models {

/// One document on its way into another kind. A converter copies what it knows and says what became of it; finish()
/// says of all the rest that it is lost, so that nothing goes without a word.
class Converting
{
public:
    Converting(const k8s::SpecText &text, const k8s::SpecPart &part, const ConversionOptions &options);

    k8s::SpecValue root() const { return m_part.root(); }
    const ConversionOptions &options() const { return m_options; }
    const SourceCopier &copier() const { return m_copier; }

    /// The begin of a document of the result. The first one has the comments of the source's head.
    YamlOut document(const char *apiVersion, const char *kind);
    void add(YamlOut document) { m_documents.push_back(std::move(document)); }
    const std::vector<YamlOut> &documents() const { return m_documents; }

    /// The value with its comments; it counts as used.
    YamlOut copy(k8s::SpecValue value);
    /// copy() into a member of that name, with a note that it is kept. Nothing if the value does not exist.
    void keep(k8s::SpecValue value, YamlOut &into, std::string_view member, const QString &newPath);
    /// The value counts as used, without a note.
    void use(k8s::SpecValue value);

    void noteKept(k8s::SpecValue value, const QString &text);
    void noteChanged(k8s::SpecValue value, const QString &text, const QString &remedy = {});
    void noteLost(k8s::SpecValue value, const QString &text, const QString &remedy = {});
    /// noteLost() about something that hangs on a value whose fields have notes of their own.
    void remarkLost(k8s::SpecValue value, const QString &text, const QString &remedy);
    /// metadata without what only the server writes, apiVersion, kind and status counted as used.
    void keepMetadata(YamlOut &document);

    /// The first refusal counts; the document has no result then.
    void refuse(k8s::SpecValue value, const QString &sentence, const QString &remedy);
    const std::optional<ConversionRefusal> &refusal() const { return m_refusal; }

    /// Notes in the order of the source, and one for each value that no one used.
    QList<ConversionNote> finish(const QString &targetKind);

private:
    void note(ConversionNote::Kind kind, k8s::SpecValue value, const QString &text, const QString &remedy,
              bool uses = true);
    bool isUsed(k8s::SpecValue value) const { return m_used[size_t(value.index())]; }
    bool anyUsed(k8s::SpecValue value) const;
    void sweep(k8s::SpecValue value, const QString &targetKind);
    k8s::TextPlace placeOf(k8s::SpecValue value) const;

    const k8s::SpecText &m_text;
    const k8s::SpecPart &m_part;
    ConversionOptions m_options;
    SourceCopier m_copier;
    std::vector<bool> m_used;
    bool m_headTaken = false;
    std::vector<YamlOut> m_documents;
    QList<ConversionNote> m_notes;
    std::optional<ConversionRefusal> m_refusal;
};

/// A way from one kind to another.
struct Converter
{
    const char *from, *to; ///< kinds, as people call them
    bool (*reads)(k8s::SpecValue root); ///< whether a document is of the kind
    void (*convert)(Converting &converting);
};

// One per file of this folder; the order of the table is that of conversionOffers().
extern const Converter pytorchJobToTrainJob, tfJobToTrainJob, mpiJobToTrainJob, mpiJobV2ToTrainJob,
    xgboostJobToTrainJob, jaxJobToTrainJob, oldTfJobToTfJob, ksonnetToTfJob, caffe2JobToPyTorchJob, polyaxonToTfJob,
    polyaxonToPyTorchJob, polyaxonToMpiJob, riseMlToTfJob, riseMlToPyTorchJob;

} // namespace models
