// Files that are dragged over an element, and let go there.
import { useState, type DragEvent } from 'react';

/** `onFiles` null: nothing can be dropped here now. */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | null) {
  const [isOver, setIsOver] = useState(false);
  const drag = (event: DragEvent): void => {
    if (onFiles === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const { relatedTarget } = event;
    const isLeaving =
      event.type === 'dragleave' && !(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget));
    setIsOver(!isLeaving);
  };
  return {
    isOver,
    handlers: {
      onDragEnter: drag,
      onDragOver: drag,
      onDragLeave: drag,
      onDropCapture: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        // Where the words are it was taken already.
        if (onFiles === null || event.isDefaultPrevented() || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
