// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/snippets.h"

#include <QCoreApplication>

#include <array>

namespace models {

using namespace Qt::StringLiterals;

namespace {

struct SnippetText
{
    Q_DECLARE_TR_FUNCTIONS(SpecSnippet)
};

/// Where a piece may stand.
enum class Place
{
    Replicas, ///< below pytorchReplicaSpecs and its like
    Container,
    Pod,
    Limits
};

struct Snippet
{
    const char *word;
    Place place;
    const char *title; ///< QT_TRANSLATE_NOOP("SpecSnippet", ...)
    const char *lines; ///< indented from the cursor's column on
};

constexpr std::array snippets {
    Snippet {
        "Worker", Place::Replicas, QT_TRANSLATE_NOOP("SpecSnippet", "a replica with its container"),
        "Worker:\n  replicas: 2\n  restartPolicy: OnFailure\n  template:\n    spec:\n      containers:\n        - "
        "name: "
        "pytorch\n          image: \n          command: []\n          resources:\n            limits:\n              "
        "cpu: \"1\"\n              memory: 2Gi"},
    Snippet {"env", Place::Container, QT_TRANSLATE_NOOP("SpecSnippet", "variables"),
             "env:\n  - name: NAME\n    value: \"\""},
    Snippet {"env-secret", Place::Container, QT_TRANSLATE_NOOP("SpecSnippet", "a variable from a Secret"),
             "env:\n  - name: NAME\n    valueFrom:\n      secretKeyRef:\n        name: \n        key: "},
    Snippet {"resources", Place::Container, QT_TRANSLATE_NOOP("SpecSnippet", "CPU, memory and a GPU"),
             "resources:\n  limits:\n    cpu: \"4\"\n    memory: 16Gi\n    nvidia.com/gpu: 1"},
    Snippet {"volume-mount", Place::Container, QT_TRANSLATE_NOOP("SpecSnippet", "where a volume appears"),
             "volumeMounts:\n  - name: data\n    mountPath: /data"},
    Snippet {"volume", Place::Pod, QT_TRANSLATE_NOOP("SpecSnippet", "a PersistentVolumeClaim"),
             "volumes:\n  - name: data\n    persistentVolumeClaim:\n      claimName: "},
    Snippet {"volume-shm", Place::Pod, QT_TRANSLATE_NOOP("SpecSnippet", "shared memory for data loaders"),
             "volumes:\n  - name: dshm\n    emptyDir:\n      medium: Memory\n      sizeLimit: 1Gi"},
    Snippet {"toleration", Place::Pod, QT_TRANSLATE_NOOP("SpecSnippet", "may run on GPU nodes"),
             "tolerations:\n  - key: nvidia.com/gpu\n    operator: Exists\n    effect: NoSchedule"},
    Snippet {"gpu", Place::Limits, QT_TRANSLATE_NOOP("SpecSnippet", "one GPU"), "nvidia.com/gpu: 1"},
};

bool fits(Place place, const QStringList &path)
{
    const QString last = path.isEmpty() ? QString() : path.last();
    const QString around = path.size() > 1 ? path[path.size() - 2] : QString();
    switch (place) {
    case Place::Replicas:
        return path.size() == 2 && last.endsWith("ReplicaSpecs"_L1);
    case Place::Container:
        return (last.isEmpty() && (around == "containers"_L1 || around == "initContainers"_L1))
            || (last == "trainer"_L1 && around == "spec"_L1);
    case Place::Pod:
        return last == "spec"_L1 && around == "template"_L1;
    case Place::Limits:
        return last == "limits"_L1 || last == "requests"_L1;
    }
    return false;
}

} // namespace

QList<SpecCompletion> snippetsFor(const YamlContext &context)
{
    QList<SpecCompletion> found;
    if (!context.key.isEmpty() || context.inValue)
        return found;
    for (const Snippet &snippet : snippets) {
        const QString word = QString::fromLatin1(snippet.word);
        const QString lines = QString::fromLatin1(snippet.lines);
        const QString key = lines.section(u':', 0, 0);
        if (!fits(snippet.place, context.path) || context.siblings.contains(key)
            || !word.startsWith(context.word, Qt::CaseInsensitive))
            continue;
        QString insertion = lines;
        insertion.replace(u'\n', u"\n"_s + QString(context.indent, u' '));
        found.append(
            {.text = word,
             .insertion = insertion,
             .position = context.wordStart,
             .length = context.wordLength,
             .detail = SnippetText::tr("snippet: %1").arg(QCoreApplication::translate("SpecSnippet", snippet.title)),
             .description = {}});
    }
    return found;
}

} // namespace models
