/** A button that opens a file. Clears the input, so that the same file can be chosen again after it was edited. */
export const FileButton = (props: { label: string; accept: string; onFile: (file: File) => void }) => (
  <label className="button">
    {props.label}
    <input
      type="file"
      className="er-hidden"
      accept={props.accept}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) props.onFile(file);
        currentTarget.value = '';
      }}
    />
  </label>
);
