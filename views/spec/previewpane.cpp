// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/previewpane.h"

#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

namespace {

QStandardItem *entry(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(toolTipText(text));
    return item;
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_total(new Label({}, TextRole::Strong))
    , m_roomLines(new QVBoxLayout)
    , m_pods(new QTreeView)
    , m_model(new QStandardItemModel(this))
    , m_sentences(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(new SectionLabel(tr("What will be created")));
    layout->addWidget(m_total);
    layout->addLayout(m_roomLines);
    layout->addWidget(m_pods, 1);
    layout->addLayout(m_sentences);
    m_sentences->setSpacing(space::xs);
    m_total->setWordWrap(true);
    m_roomLines->setSpacing(space::xs);
    m_pods->setModel(m_model);
    m_pods->setObjectName(u"preview"_s);
    m_pods->setAccessibleName(tr("Pods that will be created"));
    m_pods->setFrameShape(QFrame::NoFrame);
    m_pods->setUniformRowHeights(true);
    m_pods->setEditTriggers(QAbstractItemView::NoEditTriggers);
    refresh();
}

void PreviewPane::setPreview(const models::SpecPreview &preview)
{
    if (preview == m_preview)
        return;
    m_preview = preview;
    refresh();
}

void PreviewPane::setNamespace(const QString &ns)
{
    if (std::exchange(m_namespace, ns) != ns)
        fillPods();
}

QString PreviewPane::inNamespace(QString text) const
{
    return m_namespace.isEmpty() ? text : text.replace(models::SpecPreview::openNamespace(), m_namespace);
}

void PreviewPane::setRoom(const models::ClusterRoom &room)
{
    m_room = room;
    fillRoom();
}

void PreviewPane::refresh()
{
    const bool empty = m_preview.podCount == 0 && m_preview.others.isEmpty();
    m_total->setText(empty ? tr("Nothing yet.") : m_preview.podCount > 0 ? m_preview.total() : tr("No pods."));
    fillRoom();
    fillPods();
    fillSentences();
}

void PreviewPane::fillPods()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Pod"), tr("Rank")});
    for (const models::PreviewPod &pod : std::as_const(m_preview.pods)) {
        QStandardItem *name = entry(pod.name);
        QStandardItem *rank = entry(pod.rank < 0 ? u"–"_s : QString::number(pod.rank));
        rank->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (!pod.image.isEmpty())
            name->appendRow(entry(tr("image %1").arg(pod.image)));
        if (!pod.host.isEmpty())
            name->appendRow(entry(tr("reached as %1").arg(inNamespace(pod.host))));
        for (const QString &variable : pod.environment)
            name->appendRow(entry(inNamespace(variable)));
        m_model->appendRow({name, rank});
    }
    if (m_preview.podCount > m_preview.pods.size())
        m_model->appendRow(entry(tr("and %1 more").arg(m_preview.podCount - int(m_preview.pods.size()))));
    for (const QString &other : std::as_const(m_preview.others))
        m_model->appendRow(entry(other));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool pod = m_model->item(row, 1) != nullptr;
        m_pods->setFirstColumnSpanned(row, {}, !pod); // a sentence has the room of both columns
        const int details = m_model->item(row)->rowCount();
        for (int i = 0; i < details; ++i)
            m_pods->setFirstColumnSpanned(i, m_model->index(row, 0), true);
    }
    m_pods->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_pods->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_pods->header()->setStretchLastSection(false);
    if (m_preview.pods.size() == 1)
        m_pods->expandAll();
}

void PreviewPane::fillRoom()
{
    const QList<models::RoomSentence> sentences = models::roomFor(m_preview, m_room);
    if (sentences == m_shownRoom)
        return; // pods come and go all the time
    m_shownRoom = sentences;
    emptyLayout(m_roomLines);
    for (const models::RoomSentence &sentence : sentences) {
        auto *label = new Label(sentence.text, TextRole::Body);
        label->setTone(sentence.fits ? models::Tone::Good : models::Tone::Warning);
        label->setWordWrap(true);
        m_roomLines->addWidget(label);
    }
}

void PreviewPane::fillSentences()
{
    emptyLayout(m_sentences);
    for (const QString &sentence : std::as_const(m_preview.consequences)) {
        auto *label = new Label(sentence);
        label->setMuted(true);
        label->setWordWrap(true);
        m_sentences->addWidget(label);
    }
}

} // namespace views
