// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/specdocument.h"

#include "k8s/core/plaintext.h"
#include "k8s/core/reply.h"
#include "k8s/spec/fieldlocator.h"
#include "models/spec/formbuilder.h"
#include "models/spec/formedit.h"
#include "models/spec/schemastore.h"
#include "models/spec/speccheck.h"
#include "models/spec/speccompletion.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>

namespace models {

using namespace Qt::StringLiterals;

class SpecDocument::Private
{
public:
    SpecDocument *q = nullptr;
    std::unique_ptr<SchemaStore> ownStore;
    SchemaStore *store = nullptr;

    QString text;
    std::shared_ptr<std::atomic<int>> generation = std::make_shared<std::atomic<int>>(0);
    bool running = false;
    std::shared_ptr<const CheckedSpec> checked = std::make_shared<CheckedSpec>();
    int checkedGeneration = 0;

    std::optional<k8s::Error> serverError;
    int serverDocument = -1;
    QList<SpecDiagnostic> all; ///< of the text and of the server
    std::shared_ptr<const k8s::SpecText> patched; ///< the text behind the last edit of a form

    /// The text parsed, without waiting for the pool where it is known already.
    std::shared_ptr<const k8s::SpecText> parsed(const QByteArray &utf8) const
    {
        for (const auto &known : {patched, checked->text}) {
            if (known && known->utf8() == utf8)
                return known;
        }
        return k8s::parseSpec(utf8);
    }

    void start()
    {
        if (running)
            return;
        running = true;
        const int number = *generation;
        const k8s::Reply<std::shared_ptr<const CheckedSpec>> reply(q, [this, number](const auto &result) {
            running = false;
            if (number != *generation)
                start(); // typed on meanwhile
            else
                take(*result, number);
        });
        QThreadPool::globalInstance()->start(
            [text = text, number, current = generation, lookup = store->lookup(), reply] {
                reply(checkSpecText(text, lookup, [number, current] { return *current != number; }));
            });
    }

    void take(const std::shared_ptr<const CheckedSpec> &result, int number)
    {
        checked = result;
        checkedGeneration = number;
        for (const SpecObject &object : result->objects)
            store->request(object.apiVersion, object.kind);
        combine();
        emit q->checked();
    }

    void combine()
    {
        all = checked->diagnostics;
        addNotServed();
        addServerError();
        std::ranges::stable_sort(all, [](const SpecDiagnostic &a, const SpecDiagnostic &b) {
            return std::tie(a.line, a.severity, a.column) < std::tie(b.line, b.severity, b.column);
        });
    }

    void addNotServed()
    {
        for (const SpecObject &object : checked->objects) {
            if (store->origin(object.apiVersion, object.kind) != SchemaStore::Origin::NotServed)
                continue;
            SpecDiagnostic diagnostic = diagnosticAt(object.document, u"kind"_s);
            diagnostic.severity = DiagnosticSeverity::Error;
            diagnostic.ruleId = u"server/not-served"_s;
            diagnostic.text
                = SpecDocument::tr("The cluster does not know %1 of %2.").arg(object.kind, object.apiVersion);
            diagnostic.remedy = SpecDocument::tr("Install the operator that brings it, or choose another cluster.");
            all.append(diagnostic);
        }
    }

    SpecDiagnostic diagnosticAt(int document, const QString &field) const
    {
        SpecDiagnostic diagnostic {.source = DiagnosticSource::Server, .document = document, .path = field};
        if (!checked->text || document < 0 || size_t(document) >= checked->text->parts().size())
            return diagnostic;
        const k8s::FieldPlace place = k8s::locateField(checked->text->parts()[size_t(document)], field);
        placeDiagnostic(*checked->text, place.offset, place.length, diagnostic);
        return diagnostic;
    }

    void addServerError()
    {
        if (!serverError || serverDocument < 0)
            return;
        QList<k8s::FieldCause> causes = serverError->causes;
        causes.removeIf([](const k8s::FieldCause &cause) { return cause.field.isEmpty() && cause.message.isEmpty(); });
        if (causes.isEmpty())
            causes.append({.field = {}, .reason = serverError->reason, .message = serverError->message});
        for (const k8s::FieldCause &cause : causes) {
            SpecDiagnostic diagnostic
                = diagnosticAt(serverDocument, cause.field.isEmpty() ? u"metadata.name"_s : cause.field);
            const QString words = cause.message.isEmpty() ? serverError->message : cause.message;
            diagnostic.path = cause.field;
            diagnostic.text = SpecDocument::tr("The API server says: %1").arg(k8s::plainText(words, 1000));
            diagnostic.ruleId = u"server/"_s + (cause.reason.isEmpty() ? u"refused"_s : cause.reason);
            all.append(diagnostic);
        }
    }
};

namespace {

/// The one replacement that makes the second text of the first.
SpecFix differenceOf(const k8s::SpecText &before, const k8s::SpecText &after)
{
    const QByteArray &old = before.utf8(), &now = after.utf8();
    const auto isInside = [](const QByteArray &text, qsizetype i) {
        return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = std::ranges::mismatch(old, now).in1 - old.begin();
    while (head > 0 && (isInside(old, head) || isInside(now, head)))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isInside(old, old.size() - tail))
        --tail;
    const qsizetype start = before.index().place(head).position;
    return {.title = {},
            .position = start,
            .length = before.index().place(old.size() - tail).position - start,
            .replacement = QString::fromUtf8(QByteArrayView(now).sliced(head, now.size() - tail - head))};
}

} // namespace

SpecDocument::SpecDocument(SchemaStore *schemas, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    if (!schemas)
        d->ownStore = std::make_unique<SchemaStore>();
    d->store = schemas ? schemas : d->ownStore.get();
    connect(d->store, &SchemaStore::changed, this, [this] {
        ++*d->generation;
        d->start();
    });
}

SpecDocument::~SpecDocument()
{
    ++*d->generation; // ends a running check
}

void SpecDocument::setText(const QString &yaml)
{
    if (yaml == d->text && d->checkedGeneration > 0)
        return;
    d->text = yaml;
    d->serverError.reset();
    ++*d->generation;
    d->start();
}

QString SpecDocument::text() const { return d->text; }

bool SpecDocument::isChecking() const { return d->running || d->checkedGeneration != *d->generation; }

const QList<SpecDiagnostic> &SpecDocument::diagnostics() const { return d->all; }

int SpecDocument::count(DiagnosticSeverity severity) const
{
    return int(std::ranges::count(d->all, severity, &SpecDiagnostic::severity));
}

const QList<SpecObject> &SpecDocument::objects() const { return d->checked->objects; }

const SpecPreview &SpecDocument::preview() const { return d->checked->preview; }

const QList<SpecForm> &SpecDocument::forms() const { return d->checked->forms; }

std::expected<SpecFix, QString> SpecDocument::formEdit(const QString &text, int document, const FormEdit &edit)
{
    const auto before = d->parsed(text.toUtf8());
    const auto form = formOf(*before, document, d->store->lookup());
    const FormField *field = form ? form->field(edit.path) : nullptr;
    if (!field)
        return std::unexpected(tr("The YAML must be mended first."));
    const auto after = editForm(before, document, *field, edit);
    if (!after)
        return std::unexpected(after.error());
    d->patched = *after;
    return differenceOf(*before, **after);
}

QString SpecDocument::schemaNote() const
{
    for (const SpecObject &object : d->checked->objects) {
        const auto schema = d->store->schema(object.apiVersion, object.kind);
        switch (d->store->origin(object.apiVersion, object.kind)) {
        case SchemaStore::Origin::Unknown:
            return tr("No schema for %1: only YAML and names are checked.").arg(object.kind);
        case SchemaStore::Origin::NotServed:
            return tr("The cluster does not serve %1.").arg(object.kind);
        case SchemaStore::Origin::Cluster:
            break;
        case SchemaStore::Origin::Bundled:
            return tr("Checked with the bundled schema of %1.").arg(schema ? schema->source() : object.kind);
        }
    }
    return d->checked->objects.isEmpty() ? QString() : tr("Checked with the cluster's own schema.");
}

void SpecDocument::setServerError(const k8s::Error &error, int document)
{
    d->serverError = error;
    d->serverDocument = document;
    d->combine();
    emit checked();
}

void SpecDocument::clearServerError()
{
    if (!d->serverError)
        return;
    d->serverError.reset();
    d->combine();
    emit checked();
}

QList<SpecCompletion> SpecDocument::completionsAt(qsizetype position) const
{
    return completionsIn(d->text, position, d->store->lookup());
}

QString SpecDocument::explanationAt(qsizetype position) const
{
    QStringList lines;
    for (const SpecDiagnostic &diagnostic : d->all) {
        if (position >= diagnostic.position
            && position < diagnostic.position + std::max<qsizetype>(1, diagnostic.length)) {
            lines.append(diagnostic.text);
            if (!diagnostic.remedy.isEmpty())
                lines.append(diagnostic.remedy);
        }
    }
    const QString field = explanationIn(d->text, position, d->store->lookup());
    if (!field.isEmpty()) {
        if (!lines.isEmpty())
            lines.append(QString());
        lines.append(field);
    }
    return lines.join(u'\n');
}

} // namespace models
