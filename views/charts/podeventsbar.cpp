// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/podeventsbar.h"

#include "views/theme/labels.h"
#include "views/theme/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace views {

using namespace Qt::StringLiterals;

PodEventsBar::PodEventsBar(QWidget *parent)
    : QWidget(parent)
    , m_pods(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_follow(new QPushButton(tr("Follow"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *title = new Label(tr("TensorBoard folder in"), TextRole::Body, this);
    m_pods->setAccessibleName(tr("Pod"));
    m_pods->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_path->setAccessibleName(tr("Folder in the pod"));
    m_path->setPlaceholderText(tr("/logs, or where the pod mounts the volume"));
    m_path->setToolTip(
        tr("The folder as the container sees it: its own disk, or a PersistentVolumeClaim that it mounts. "
           "Needs the right to create pods/exec and a shell in the image."));
    setButtonRole(m_follow, ButtonRole::Primary);
    auto *leave = new QToolButton(this);
    leave->setIcon(icon(u"cross"_s));
    leave->setAutoRaise(true);
    leave->setToolTip(tr("Close (Esc)"));
    leave->setAccessibleName(tr("Close"));
    row->addWidget(title);
    row->addWidget(m_pods);
    row->addWidget(m_path, 1);
    row->addWidget(m_follow);
    row->addWidget(leave);
    connect(leave, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_follow, &QPushButton::clicked, this, &PodEventsBar::follow);
    connect(m_path, &QLineEdit::returnPressed, this, &PodEventsBar::follow);
    const auto fit = [this] { m_follow->setEnabled(m_pods->count() > 0 && m_path->text().trimmed().startsWith(u'/')); };
    connect(m_path, &QLineEdit::textChanged, this, fit);
    connect(m_pods, &QComboBox::currentIndexChanged, this, fit);
    fit();
    hide();
}

void PodEventsBar::setPods(const QList<std::pair<QString, models::PodFolder>> &pods)
{
    const models::PodFolder chosen = m_choices.value(m_pods->currentIndex());
    QList<models::PodFolder> choices;
    QStringList names;
    for (const auto &[name, pod] : pods) {
        names.append(name);
        choices.append(pod);
    }
    if (choices == m_choices)
        return; // an open list stays open
    m_choices = choices;
    m_pods->clear();
    m_pods->addItems(names);
    m_pods->setCurrentIndex(std::max(0, int(m_choices.indexOf(chosen))));
}

void PodEventsBar::open()
{
    show();
    m_path->setFocus(Qt::ShortcutFocusReason);
    m_path->selectAll();
}

void PodEventsBar::follow()
{
    models::PodFolder folder = m_choices.value(m_pods->currentIndex());
    folder.path = m_path->text().trimmed();
    while (folder.path.size() > 1 && folder.path.endsWith(u'/'))
        folder.path.chop(1);
    if (folder.pod.isEmpty() || !folder.path.startsWith(u'/'))
        return;
    hide();
    emit followRequested(folder);
}

void PodEventsBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace views
