// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/convert/conversion.h"

#include "k8s/core/plaintext.h"
#include "k8s/spec/document.h"
#include "models/spec/convert/converting.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;
using k8s::SpecValue;

namespace {

struct ConversionText
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

constexpr std::array<const Converter *, 14> converters {
    &pytorchJobToTrainJob, &tfJobToTrainJob,    &mpiJobToTrainJob,      &mpiJobV2ToTrainJob, &xgboostJobToTrainJob,
    &jaxJobToTrainJob,     &oldTfJobToTfJob,    &caffe2JobToPyTorchJob, &polyaxonToTfJob,    &polyaxonToPyTorchJob,
    &polyaxonToMpiJob,     &riseMlToPyTorchJob, &riseMlToTfJob,         &ksonnetToTfJob,
};

/// Parameter files of ksonnet are jsonnet, which is YAML but for its comments: spaces keep the places of the rest.
QByteArray withoutSlashComments(QByteArray text)
{
    qsizetype line = 0;
    while (line < text.size()) {
        qsizetype end = text.indexOf('\n', line);
        end = end < 0 ? text.size() : end;
        const QByteArrayView content = QByteArrayView(text).sliced(line, end - line);
        const qsizetype slashes = content.indexOf("//");
        if (slashes >= 0 && content.first(slashes).trimmed().isEmpty())
            std::fill(text.begin() + line + slashes, text.begin() + end, ' ');
        line = end + 1;
    }
    return text;
}

bool looksLikeJsonnet(const QByteArray &text)
{
    const QByteArray start = text.trimmed().first(std::min<qsizetype>(1, text.trimmed().size()));
    return start == "{" || start == "/";
}

std::shared_ptr<const k8s::SpecText> parse(const QByteArray &utf8)
{
    return k8s::parseSpec(looksLikeJsonnet(utf8) ? withoutSlashComments(utf8) : utf8);
}

const Converter *converterFor(SpecValue root, const QString &wanted)
{
    const auto found = std::ranges::find_if(converters, [&](const Converter *converter) {
        const bool wantedKind
            = wanted.isEmpty() || wanted.compare(QLatin1StringView(converter->to), Qt::CaseInsensitive) == 0;
        return wantedKind && converter->reads(root);
    });
    return found == converters.end() ? nullptr : *found;
}

ConversionRefusal refusalOf(const k8s::SpecText &text, const k8s::Diagnostic &diagnostic)
{
    const auto sentence = [](const k8s::Message &message) {
        QStringList arguments;
        for (const QString &argument : message.arguments)
            arguments.append(k8s::plainText(argument, 500));
        return message.isEmpty() ? QString()
                                 : k8s::fill(QCoreApplication::translate("Diagnostic", message.format), arguments);
    };
    const k8s::TextPlace place = text.index().place(diagnostic.offset);
    return {.problem = {sentence(diagnostic.message), sentence(diagnostic.remedy)},
            .line = place.line,
            .column = place.column};
}

QString nameOfKind(SpecValue root)
{
    const QString kind = root["kind"].string();
    return kind.isEmpty() ? ConversionText::tr("A text without a kind") : k8s::plainText(kind, 100);
}

ConversionRefusal nothingToConvert(const k8s::SpecText &text, const QString &wanted)
{
    for (const k8s::SpecPart &part : text.parts()) {
        if (part.isEmpty())
            continue;
        const k8s::TextPlace place = text.index().place(qsizetype(part.root().node().offset));
        const QString sentence = wanted.isEmpty()
            ? ConversionText::tr("%1 cannot be converted to another kind.").arg(nameOfKind(part.root()))
            : ConversionText::tr("%1 cannot be converted to %2.")
                  .arg(nameOfKind(part.root()), k8s::plainText(wanted, 100));
        return {.problem
                = {sentence,
                   ConversionText::tr("Convertible are the jobs of kubeflow.org/v1, TFJob and Caffe2Job of v1alpha1, "
                                      "parameters of ksonnet's tf-job, Polyaxonfiles and riseml.yml.")},
                .line = place.line,
                .column = place.column};
    }
    return {.problem = {ConversionText::tr("There is nothing to convert: the text is empty."), {}}};
}

/// A document that is taken over as it stands, without its "---".
QByteArray verbatim(const k8s::SpecText &text, const k8s::SpecPart &part)
{
    QByteArray bytes = text.utf8().sliced(part.offset(), part.length());
    if (bytes.startsWith("---"))
        bytes = bytes.sliced(std::max<qsizetype>(3, bytes.indexOf('\n') + 1));
    bytes.replace("\r\n", "\n");
    while (bytes.startsWith('\n'))
        bytes = bytes.sliced(1);
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    return bytes;
}

class Run
{
public:
    Run(const k8s::SpecText &text, const ConversionOptions &options)
        : m_text(text)
        , m_options(options)
    {
    }

    std::expected<Conversion, ConversionRefusal> convert()
    {
        for (const k8s::SpecPart &part : m_text.parts()) {
            if (part.isEmpty())
                continue;
            const Converter *converter = converterFor(part.root(), m_options.to);
            if (!converter) {
                m_documents.append(verbatim(m_text, part));
                continue;
            }
            if (const auto refusal = convertPart(part, *converter))
                return std::unexpected(*refusal);
        }
        if (m_result.to.isEmpty())
            return std::unexpected(nothingToConvert(m_text, m_options.to));
        m_result.text = QString::fromUtf8(m_documents.join("---\n"));
        return std::move(m_result);
    }

private:
    std::optional<ConversionRefusal> convertPart(const k8s::SpecPart &part, const Converter &converter)
    {
        Converting converting(m_text, part, m_options);
        converter.convert(converting);
        if (converting.refusal())
            return converting.refusal();
        for (const YamlOut &document : converting.documents())
            m_documents.append(writeYaml(document));
        if (m_result.to.isEmpty()) {
            m_result.from = QString::fromUtf8(converter.from);
            m_result.to = QString::fromUtf8(converter.to);
        }
        m_result.notes += converting.finish(QString::fromUtf8(converter.to));
        return {};
    }

    const k8s::SpecText &m_text;
    const ConversionOptions &m_options;
    Conversion m_result;
    QByteArrayList m_documents;
};

} // namespace

std::optional<TrainerVersion> TrainerVersion::parse(const QString &text)
{
    const QString digits = text.startsWith(u'v') ? text.sliced(1) : text;
    const QStringList parts = digits.split(u'.');
    if (parts.size() < 2 || parts.size() > 3)
        return {};
    bool majorFine = false;
    bool minorFine = false;
    const TrainerVersion version {.major = parts[0].toInt(&majorFine), .minor = parts[1].toInt(&minorFine)};
    if (!majorFine || !minorFine || version.major != 2 || version.minor < 0)
        return {};
    return version;
}

int Conversion::count(ConversionNote::Kind kind) const
{
    return int(std::ranges::count(notes, kind, &ConversionNote::kind));
}

QList<ConversionOffer> conversionOffers(const QByteArray &utf8)
{
    QList<ConversionOffer> offers;
    const auto text = parse(utf8);
    for (const k8s::SpecPart &part : text->parts()) {
        for (const Converter *converter : converters) {
            if (part.isEmpty() || part.isBroken() || !converter->reads(part.root()))
                continue;
            const ConversionOffer offer {QString::fromUtf8(converter->from), QString::fromUtf8(converter->to)};
            if (!offers.contains(offer))
                offers.append(offer);
        }
    }
    return offers;
}

std::expected<Conversion, ConversionRefusal> convertSpec(const QByteArray &utf8, const ConversionOptions &options)
{
    const auto text = parse(utf8);
    for (const k8s::Diagnostic &diagnostic : text->diagnostics()) {
        if (diagnostic.severity == k8s::Diagnostic::Severity::Error)
            return std::unexpected(refusalOf(*text, diagnostic));
    }
    return Run(*text, options).convert();
}

} // namespace models
